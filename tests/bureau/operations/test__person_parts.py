"""The parts of what a person is told."""

from sqlalchemy import update

from bureau.model import Case, Company, Lookup, Source
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
    assert parts(road, "04-02")["decisions"] == []
    road.make_known()
    found = parts(road, "04-02")
    assert found["answers"][0]["answer"]
    assert found["lookups"][0]["register"] == "BR01"
    assert {row["ground"] for row in found["assessments"]} == {"a", "b", "art_3_6"}
    assert found["hearings"][0]["view"][0]["text"] == "The loan is repaid."
    assert found["decisions"][0]["outcome"] == "refuse"
    assert found["deals"] == found["recipients"] == []


def test_the_judgement_is_told_once_an_intention_showed_it(road):
    road.to_care()
    found = parts(road, "03-14")
    assert found["findings"] == found["assessments"] == []
    road.weigh().step("T31", "03-17")
    road.intend()
    found = parts(road, "03-18")
    assert found["findings"][0]["text"] == "The lender cannot carry the loan."
    assert found["assessments"]


def test_no_tip_is_named_and_no_register_of_records_told(road, sessions):
    road.to_assessment()
    before = parts(road, "03-14")
    assert before["party"]["learnt"]["source"] == "Aanvraagformulier"
    assert before["lookups"]
    with sessions.begin() as store:
        store.execute(update(Source).where(Source.id == road.source).values(kind="tip"))
        store.execute(update(Lookup).values(register="BR06"))
    found = parts(road, "03-14")
    assert found["party"]["learnt"]["source"] == found["party"]["roles"][0]["source"] == ""
    assert found["lookups"] == []
