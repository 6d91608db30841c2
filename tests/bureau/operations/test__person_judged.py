"""What was judged of the applicant is told once it was shown, without what was not released."""

from bureau.model import Case, Company
from bureau.operations import _person_file, _person_judged, ordinary
from bureau.operations.ordinary import GroundAnswer
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def told(road, day):
    with road.by("officer", day) as work:
        case = work.session.get_one(Case, road.id)
        file = _person_file.read(work, case, work.session.get_one(Company, road.applicant))
        return _person_judged.grounds(file), dict(file.held)


def test_ordinary_grounds_are_told_once_the_decision_is_known(road):
    road.step("T02", "03-02")
    met = GroundAnswer(standing="met", remark="Contrary to the plan.", source_id=road.source)
    with road.by("officer", "03-03") as work:
        ordinary.check_grounds(work, road.id, {"EX-PLAN": met})
    found, held = told(road, "03-03")
    assert (found, held["not_yet"]) == ([], 1)
    road.step("T03", "03-03")
    road.decide("refuse", "03-04")
    road.make_known("03-04")
    [line], _ = told(road, "03-05")
    assert (line["status"], line["text"]) == ("ground_met", "Contrary to the plan.")
    assert line["basis"] == "APV (model 2:28(2))"
