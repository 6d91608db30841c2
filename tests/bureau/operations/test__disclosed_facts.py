"""Which facts can go: no protected person, nothing withdrawn, nothing that must be asked first."""

from bureau.model import Case, Record
from bureau.operations import _disclosed_facts, parties
from bureau.operations.sources import Learnt
from bureau.rules.events import EventKind
from tests.bureau.operations.place import add_source
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.sharing_desk import Desk

pytestmark = ON_SQLITE


def test_what_was_withdrawn_is_not_offered_and_what_must_be_asked_says_so(work_of, actors):
    desk = Desk(work_of, actors)
    _, free = desk.record("H0", amount=1)
    _, asked = desk.record("H1", amount=2)
    _, gone = desk.record("H0", amount=3)
    with desk.by("coordinator") as work:
        row = work.session.get_one(Record, gone)
        row.withdrawn = "a mistake"
        work.record(EventKind.RECORD_WITHDRAWN, row)
        case = work.session.get_one(Case, desk.case)
        found = {fact.id: fact.travels for fact in _disclosed_facts.shareable(work, case)}
    assert found == {free: True, asked: False}


def held(desk, category, **said):
    """A fact from a source of this category; its key."""
    key, fact = desk.record(**said)
    with desk.by("coordinator") as work:
        row = work.session.get_one(Record, fact)
        row.learnt_from.category = category
        work.record(EventKind.RECORD_CHANGED, row)
    return key


def test_a_fact_goes_under_its_own_category_only(work_of, actors):
    desk = Desk(work_of, actors)
    tax = held(desk, "TAX")
    refusal = desk.refused("coordinator", "tax", category="SUPERVISION", facts=(tax,))
    assert refusal.where["guard"] == "carried"
    assert refusal.where["basis"].startswith("WGS 2.22")
    desk.give("coordinator", "tax", category="TAX", facts=(tax,))


def test_a_result_holds_what_its_kind_allows(work_of, actors):
    desk = Desk(work_of, actors)
    result = {"way": "RESULT", "met": ("checked",), "facts": (held(desk, "TAX"),)}
    for category in ("RESULT", "RESULT_CRIMINAL"):
        refusal = desk.refused("coordinator", "tax", **result, category=category)
        assert refusal.where["guard"] == "carried"
    desk.give("coordinator", "tax", **result, category="RESULT_TAX")


def test_a_fact_of_a_later_phase_stays_where_it_is(work_of, actors):
    desk = Desk(work_of, actors, phase="P3")
    police = held(desk, "POLICE_9_10")
    desk.phase("P2")
    result = {"way": "RESULT", "met": ("checked",), "facts": (police,)}
    refusal = desk.refused("coordinator", "tax", **result, category="RESULT_CRIMINAL")
    assert refusal.where["guard"] == "phase"


def test_no_person_goes_as_data_without_persons(work_of, actors):
    desk = Desk(work_of, actors)
    with desk.by("coordinator") as work:
        learnt = Learnt(add_source(work, desk.case))
        row = parties.record_person(work, desk.case, learnt, family_name="Voorbeeld")
        work.session.flush()
        key = f"entity:{row.id}"
    free = {"category": "AREA", "way": "NO_PERSONS", "met": ("nobody_known",)}
    refusal = desk.refused("coordinator", "tax", **free, facts=(key,))
    assert refusal.where["guard"] == "carried"
