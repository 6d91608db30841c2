"""Before the court: lodged, repaired, judged, further, final."""

from datetime import date

import pytest

from bureau.errors import Invalid, NotAllowed
from bureau.operations import appeals, decisions
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
D = date.fromisoformat


@pytest.fixture
def ruled(road):
    """A decision on the objection, known on 1 July 2026: appeal until 12 August."""
    road.to_decision().decide()
    road.make_known().object("05-04")
    return road.answer_objection("07-01")


def judge(road, day, outcome="unfounded"):
    with road.by("officer", day) as work:
        appeals.record_judgment(work, road.id, "judgment of the court", outcome=outcome)


def test_an_appeal_stops_its_term_and_is_lodged_once(ruled):
    assert ruled.clock("DL14", "07-02")["due"] == "2026-08-12"
    ruled.appeal("08-03")
    assert ruled.clock("DL14", "08-04")["state"] == "stopped"
    with pytest.raises(NotAllowed):
        ruled.appeal("08-04")
    with pytest.raises(NotAllowed):
        ruled.step("T47", "09-01")


def test_a_judgment_needs_an_appeal_and_a_known_outcome(ruled):
    with pytest.raises(NotAllowed) as refusal:
        judge(ruled, "08-10")
    assert refusal.value.where["guard"] == "appeal_lodged"
    ruled.appeal("08-03")
    with pytest.raises(Invalid):
        judge(ruled, "09-01", "perhaps")
    judge(ruled, "09-01")
    assert ruled.show("09-01")["state"] == "ST112"
    assert ruled.clock("DL15", "09-02")["due"] == "2026-10-13"


def test_after_the_term_of_the_further_appeal_the_judgment_stands(ruled):
    ruled.appeal("08-03")
    judge(ruled, "09-01")
    with pytest.raises(NotAllowed):
        ruled.step("T48", "10-20")
    assert ruled.step("T48", "10-21").target == "ST105"


def test_the_council_of_state_has_the_last_word(ruled):
    ruled.appeal("08-03")
    judge(ruled, "09-01")
    ruled.appeal("10-05")
    assert ruled.clock("DL15", "10-06")["state"] == "stopped"
    with pytest.raises(NotAllowed):
        ruled.step("T48", "12-01")
    judge(ruled, "12-01", "annulled")
    assert ruled.step("T49", "12-02").target == "ST80"


def test_an_order_to_repair_has_its_term_and_the_case_returns_to_the_court(ruled):
    ruled.appeal("08-03")
    with ruled.by("officer", "08-10") as work:
        appeals.order_repair(work, ruled.id, "the weighing is missing", until=D("2026-09-21"))
    assert ruled.show("08-10")["state"] == "ST80"
    assert ruled.clock("DL19", "08-11")["due"] == "2026-09-21"
    ruled.step("T31", "08-12")
    ruled.intend("08-13", "08-27")
    ruled.step("T35", "08-28")
    ruled.decide("refuse", "08-31")
    ruled.make_known("09-01")
    assert ruled.clock("DL19", "09-02")["state"] == "stopped"
    assert [c for c in ruled.show("09-02")["clocks"] if c["term"] == "DL11"] == []
    with pytest.raises(NotAllowed) as refusal:
        ruled.object("09-02")
    assert refusal.value.where["basis"] == "Awb 6:19"
    assert ruled.step("T50", "09-03").target == "ST111"
    judge(ruled, "10-01")
    assert ruled.show("10-01")["state"] == "ST112"


def test_nobody_appeals_before_the_objection_was_decided(road):
    with pytest.raises(NotAllowed):
        road.appeal("03-02")
    road.to_decision().decide()
    road.make_known()
    with road.by("officer", "04-02") as work:
        decisions.register_report(work, road.id, (), "none is made")
    with pytest.raises(NotAllowed):
        judge(road, "04-03")
