"""What a dispute establishes for the guards."""

from bureau.model import Case
from bureau.operations import _review_facts, _rows
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def facts(road, day):
    with road.by("officer", day) as work:
        case = work.session.get_one(Case, road.id)
        return _review_facts.review(_rows.rows(work.session, case), work.today)


def test_from_the_decision_to_the_judgment(road):
    assert facts(road, "03-02")["objection_until"] is None
    road.to_decision().decide()
    road.make_known()
    assert facts(road, "04-02")["objection_until"].isoformat() == "2026-05-13"
    road.object("05-04")
    assert not facts(road, "05-05")["objection_reconsidered"]
    road.answer_objection("06-01")
    assert not facts(road, "07-20")["appeal_term_over"]
    found = facts(road, "07-21")
    assert found["objection_reconsidered"]
    assert found["appeal_term_over"]
    road.appeal("07-01")
    assert not facts(road, "07-21")["appeal_term_over"]
