"""The parts of what a person is told."""

from bureau.model import Case, Company
from bureau.operations import _person_file, _person_parts
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def parts(road, day):
    with road.by("officer", day) as work:
        case = work.session.get_one(Case, road.id)
        file = _person_file.read(work, case, work.session.get_one(Company, road.applicant))
        found = {name: part(file) for name, part in _person_parts.PARTS.items()}
        work.release()
        return found


def test_the_applicant_gets_answers_registers_degrees_the_view_and_the_decision(road):
    road.to_decision()
    road.decide()
    found = parts(road, "04-02")
    assert found["answers"][0]["answer"]
    assert found["lookups"][0]["register"] == "BR01"
    assert {row["ground"] for row in found["assessments"]} == {"a", "b", "art_3_6"}
    assert found["hearings"][0]["view"][0]["text"] == "The loan is repaid."
    assert found["decisions"][0]["outcome"] == "refuse"
    assert found["deals"] == found["recipients"] == []
