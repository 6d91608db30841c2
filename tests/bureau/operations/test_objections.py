"""The objection: in time, postponed once, decided by whoever may, made known."""

from datetime import date
from types import SimpleNamespace

import pytest

from bureau.errors import AccessDenied, Changed, Invalid, NotAllowed
from bureau.operations import decisions, objections
from bureau.operations.case_files import read_case
from bureau.operations.tasks import upcoming
from bureau.rules.events import EventKind
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
D = date.fromisoformat


@pytest.fixture
def known(road):
    """Refused on 1 April 2026, known that day: objections until 13 May."""
    road.to_decision().decide()
    return road.make_known()


def last(road, day="07-01"):
    with road.by("officer", day) as work:
        row = read_case(work, road.id).objections[-1]
        told = ("version", "outcome", "replaced_by", "excuse")
        conditions = [each.text for each in row.decision.conditions]
        return SimpleNamespace(conditions=conditions, **{name: getattr(row, name) for name in told})


def test_what_was_posted_in_time_counts_for_a_week(known):
    for day, posted, guard in (
        ("05-14", None, "objection_in_time"),
        ("05-21", D("2026-05-13"), "objection_in_time"),
        ("05-20", D("2026-05-14"), "objection_in_time"),
    ):
        with pytest.raises(NotAllowed) as refusal:
            known.object(day, posted_on=posted)
        assert refusal.value.where["guard"] == guard
    known.object("05-20", posted_on=D("2026-05-13"))
    assert known.show("05-20")["state"] == "ST110"


def test_a_good_reason_excuses_a_late_objection(known):
    known.object("08-03", excuse="in hospital until July")
    assert known.show("08-03")["state"] == "ST110"
    assert last(known, "08-03").excuse == "in hospital until July"


def test_after_the_register_report_an_objection_is_still_possible(known):
    with known.by("officer", "04-02") as work:
        decisions.register_report(work, known.id, (), "none is made")
    with known.by("officer", "04-20") as work:
        objections.lodge_objection(work, known.id, "received earlier", D("2026-04-01"))
    told = known.show("04-20")
    assert told["state"] == "ST110"
    assert known.clock("DL11", "04-20")["state"] == "stopped"


def test_the_committee_takes_twelve_weeks_and_one_postponement_six(known):
    """Worked example P, from its own end of the objection term."""
    known.object("05-13")
    assert known.clock("DL13", "05-14")["due"] == "2026-06-24"
    with known.by("officer", "06-24") as work:
        row = read_case(work, known.id).objections[-1]
        objections.postpone_objection(work, known.id, row.version)
    assert known.clock("DL13", "06-25")["due"] == "2026-08-05"
    with pytest.raises(NotAllowed), known.by("officer", "06-25") as work:
        objections.postpone_objection(work, known.id, last(known).version)


def test_a_postponement_after_the_term_is_refused(known):
    known.object("05-13", committee=True)
    version = last(known).version
    with pytest.raises(NotAllowed) as refusal, known.by("officer", "08-06") as work:
        objections.postpone_objection(work, known.id, version)
    assert refusal.value.where["basis"] == "Awb 7:10(3)"


def test_only_the_decision_maker_decides_and_only_once(known):
    known.object("05-04")
    row = last(known, "05-04")
    with pytest.raises(AccessDenied), known.by("officer", "06-01") as work:
        objections.decide_objection(work, known.id, row.version, "upheld", "no")
    with pytest.raises(Changed), known.by("mayor", "06-01") as work:
        objections.decide_objection(work, known.id, 99, "upheld", "why")
    with pytest.raises(Invalid), known.by("mayor", "06-01") as work:
        objections.decide_objection(work, known.id, row.version, "maybe", "why")
    known.answer_objection("06-01")
    assert known.show("06-01")["state"] == "ST111"
    assert known.clock("DL13", "06-02")["state"] == "stopped"
    assert known.clock("DL14", "06-02")["due"] == "2026-07-13"


def test_a_revision_needs_an_outcome_that_the_assessment_leaves_open(known):
    known.object("05-04")
    with pytest.raises(Invalid):
        known.answer_objection("06-01", "revised", replaced_by="keep")
    known.answer_objection(
        "06-01",
        "revised",
        replaced_by="grant_with_conditions",
        conditions=[("accounts are handed in", D("2026-12-01"))],
    )
    row = last(known)
    assert (row.outcome, row.replaced_by) == ("revised", "grant_with_conditions")
    assert row.conditions == ["accounts are handed in"]


def test_a_revision_ends_the_conditions_of_before_and_tells_what_holds_now(road, trail):
    road.to_decision()
    road.decide("grant_with_conditions", conditions=[("Old.", D("2026-12-01"))])
    road.make_known()
    road.object("05-04")
    new = [("New.", D("2026-12-01"), "C-BOOKS")]
    said = {"replaced_by": "grant_with_conditions", "conditions": new}
    with road.by("mayor", "06-01") as work:
        version = read_case(work, road.id).objections[-1].version
        objections.decide_objection(work, road.id, version, "revised", "Fresh facts.", **said)
    [decision] = road.show("06-01")["decisions"]
    assert [row["status"] for row in decision["conditions"]] == ["open", "waiting"]
    road.agree_to_objection("06-01").step("T41", "06-01")
    [decision] = road.show("06-02")["decisions"]
    assert [row["status"] for row in decision["conditions"]] == ["ended", "open"]
    assert (decision["outcome"], decision["holds"]) == ("grant_with_conditions",) * 2
    ended = [each.facts for each in trail() if each.kind == EventKind.CONDITION_ENDED]
    assert ended == [{"number": 1, "on": "2026-06-01"}]
    with road.by("officer", "06-02") as work:
        checks = [task for task in upcoming(work) if task.kind == "check_condition"]
    assert [task.about for task in checks] == ["New."]


def test_what_holds_after_a_revision_is_another_outcome(known):
    known.object("05-04")
    known.answer_objection("06-01", "revised", replaced_by="grant")
    [decision] = known.show("06-02")["decisions"]
    assert (decision["outcome"], decision["holds"]) == ("refuse", "grant")


def test_an_objection_can_be_taken_back(known):
    known.object("05-04")
    known.step("T46", "05-11", "letter of 10 May")
    assert known.show("05-11")["state"] == "ST105"
    assert known.clock("DL13", "05-12")["state"] == "stopped"
    with pytest.raises(NotAllowed):
        known.step("T41", "05-12")


def test_without_a_decision_that_is_known_nobody_objects(road):
    with pytest.raises(NotAllowed), road.by("officer") as work:
        objections.lodge_objection(work, road.id, "too early")


def test_without_an_appeal_the_case_goes_back_to_the_register(known):
    """The last day is 13 July; posted in time, an appeal may come in until 20 July (Awb 6:9)."""
    known.object("05-04")
    known.answer_objection("06-01")
    with pytest.raises(NotAllowed) as refusal:
        known.step("T47", "07-20")
    assert refusal.value.where["guard"] == "appeal_term_over"
    assert known.step("T47", "07-21").target == "ST105"


def test_each_act_leaves_a_line(known, trail):
    known.object("05-04")
    known.answer_objection("06-01")
    kinds = [event.kind for event in trail()]
    assert [kind for kind in kinds if kind.startswith("objection.")] == [
        "objection.lodged",
        "objection.decided",
        "objection.made_known",
    ]
