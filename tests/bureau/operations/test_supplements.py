"""The supplement of Awb 4:5: gaps named, term suspended, lapsed, refused, or not treated."""

from datetime import date

import pytest

from bureau.errors import AccessDenied, Invalid, NotAllowed
from bureau.operations import supplements
from tests.bureau.operations.road import Road


def ask(road, **more):
    with road.by("officer", "03-10") as work:
        return supplements.ask_supplement(work, road.id, "gaps found", **more).gaps


@pytest.fixture
def incomplete(road):
    return road.to_returned(left_out=("Q02.01", "DC02"))


def test_each_gap_is_named_and_nothing_that_is_there_can_be_asked(incomplete):
    with pytest.raises(Invalid) as refusal:
        ask(incomplete, gaps=["DC02", "Q01.01"])
    assert "DC02" in refusal.value.hint
    with pytest.raises(Invalid):
        ask(incomplete, until=date(2026, 3, 9))
    assert ask(incomplete) == ["DC02", "Q02.01"]
    assert incomplete.clock("DL03", "03-10")["due"] == "2026-03-24"


def test_a_complete_form_cannot_be_supplemented(road):
    road.to_returned()
    with pytest.raises(NotAllowed) as refusal:
        ask(road)
    assert refusal.value.where["guard"] == "gaps_found"
    assert refusal.value.where["basis"]
    assert road.clock("DL01", "03-20")["suspended_days"] == 0


def test_an_unanswered_supplement_suspends_up_to_the_day_before_its_term_ends(incomplete):
    ask(incomplete, until=date(2026, 3, 24))
    assert incomplete.clock("DL01", "04-15")["suspended_days"] == 13
    assert incomplete.clock("DL03", "04-15")["state"] == "overdue"


def test_a_lapsed_application_is_left_untreated_within_four_weeks_only(incomplete):
    """Worked example Q: the term lapsed on 30 March, the last day is 28 April."""
    ask(incomplete, until=date(2026, 3, 30))
    assert incomplete.clock("DL04", "04-01")["due"] == "2026-04-28"
    with pytest.raises(NotAllowed) as refusal, incomplete.by("mayor", "04-29") as work:
        supplements.leave_untreated(work, incomplete.id, "never supplemented")
    assert refusal.value.where["guard"] == "within_not_treated_term"
    with pytest.raises(NotAllowed), incomplete.by("mayor", "03-30") as work:
        supplements.leave_untreated(work, incomplete.id, "too early")
    with pytest.raises(AccessDenied), incomplete.by("officer", "04-28") as work:
        supplements.leave_untreated(work, incomplete.id, "not by the officer")
    with incomplete.by("mayor", "04-28") as work:
        decision = supplements.leave_untreated(work, incomplete.id, "never supplemented")
        assert decision.outcome == "not_treated"
    assert incomplete.show("04-28")["state"] == "ST42"


def test_a_supplement_that_is_still_incomplete_can_lead_to_not_treating(incomplete):
    ask(incomplete)
    incomplete.answer("03-20", left_out=("DC02",))
    with incomplete.by("officer", "03-20") as work:
        supplements.receive_supplement(work, incomplete.id)
    with pytest.raises(NotAllowed) as refusal, incomplete.by("officer", "03-20") as work:
        supplements.close_supplement(work, incomplete.id, "complete")
    assert refusal.value.where["guard"] == "form_complete"
    assert incomplete.clock("DL04", "03-21")["due"] == "2026-04-17"
    with incomplete.by("mayor", "04-01") as work:
        supplements.leave_untreated(work, incomplete.id, "a required paper is missing")


def test_refusing_the_form_counts_against_a_running_licence_only(work_of, actors, incomplete):
    ask(incomplete)
    with pytest.raises(NotAllowed) as refusal, incomplete.by("officer", "03-20") as work:
        supplements.record_refusal(work, incomplete.id, "will not answer")
    assert refusal.value.where["guard"] == "existing_decision"
    running = Road(work_of, actors, stage="existing").to_returned(left_out=("Q02.01",))
    ask(running)
    with running.by("officer", "03-20") as work:
        supplements.record_refusal(work, running.id, "will not answer")
    assert running.show("03-20")["state"] == "ST60"


def test_refusing_the_form_never_counts_in_a_property_deal(work_of, actors):
    deal = Road(work_of, actors, scope="SC22", stage="existing").to_returned(left_out=("Q02.01",))
    ask(deal)
    with pytest.raises(NotAllowed) as refusal, deal.by("officer", "03-20") as work:
        supplements.record_refusal(work, deal.id, "will not answer")
    assert refusal.value.where["guard"] == "refusal_can_count"


def test_nothing_is_closed_that_was_not_asked(road):
    road.to_returned()
    for act in (supplements.receive_supplement, supplements.leave_untreated):
        login = "mayor" if act is supplements.leave_untreated else "officer"
        with pytest.raises(NotAllowed), road.by(login, "03-20") as work:
            act(work, road.id, *(["why"] if login == "mayor" else []))
