"""The advice while it is awaited: suspended, extended, questioned, declined, capped."""

from datetime import date

import pytest

from bureau.errors import NotAllowed
from bureau.operations import advices
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


@pytest.fixture
def asked(road):
    road.to_assessment()
    return road.ask_advice("04-07")


def act(road, operation, day, reason="letter of the Bureau"):
    with road.by("officer", day) as work:
        return operation(work, road.id, reason)


def test_advice_needs_an_own_investigation_that_was_used(road):
    road.to_own()
    with road.by("second", "03-12") as work:
        from bureau.operations import investigations

        investigations.close_light_check(work, road.id)
    road.step("T12", "03-12")
    with pytest.raises(NotAllowed) as refusal:
        road.ask_advice()
    assert refusal.value.where["guard"] == "own_investigation_used"
    assert road.clock("DL01", "04-08")["suspended_days"] == 0


def test_the_term_stands_still_from_the_day_of_asking_and_the_cap_ends_that(asked):
    """Worked example G without the supplement: 56 days, then the term runs again."""
    assert asked.clock("DL01", "04-07")["suspended_days"] == 1
    assert asked.clock("DL08", "04-08")["due"] == "2026-06-01"
    late = asked.clock("DL01", "06-10")
    assert (late["suspended_days"], late["state"]) == (56, "running")
    with pytest.raises(NotAllowed) as refusal:
        asked.step("T24", "06-01")
    assert refusal.value.where["guard"] == "cap_reached"
    assert asked.step("T24", "06-02").target == "ST70"


def test_the_bureau_extends_once(asked):
    act(asked, advices.extend_advice, "05-20")
    assert asked.clock("DL07", "05-21")["due"] == "2026-06-30"
    assert asked.clock("DL08", "05-21")["due"] == "2026-06-29"
    with pytest.raises(NotAllowed) as refusal:
        act(asked, advices.extend_advice, "05-21")
    assert refusal.value.where["guard"] == "extended_once"


def test_a_question_of_the_bureau_lengthens_its_term_and_the_cap(asked):
    """Worked example M: question on 1 May, answer on 11 May."""
    act(asked, advices.record_question, "05-01")
    assert asked.show("05-02")["state"] == "ST71"
    act(asked, advices.answer_question, "05-11")
    assert asked.clock("DL06", "05-12")["due"] == "2026-06-12"
    act(asked, advices.extend_advice, "06-01")
    assert asked.clock("DL07", "06-02")["due"] == "2026-07-10"
    cap = date.fromisoformat(asked.clock("DL08", "06-02")["due"])
    assert (cap - date(2026, 4, 7)).days + 1 == 94


def test_a_bureau_that_declines_sends_the_case_back(asked):
    act(asked, advices.decline_advice, "04-20")
    assert asked.clock("DL01", "05-20")["suspended_days"] == 14
    assert asked.step("T22", "04-21").target == "ST51"
    with pytest.raises(NotAllowed):
        act(asked, advices.extend_advice, "04-22")


def test_refusing_the_questions_of_the_bureau_leads_to_the_registration(asked):
    act(asked, advices.record_question, "05-01")
    act(asked, advices.refuse_questions, "05-11")
    assert asked.show("05-12")["state"] == "ST73"
    asked.receive_advice("05-20")
    assert asked.show("05-21")["state"] == "ST80"


def test_supplementary_advice_follows_new_facts_in_the_view(asked):
    asked.receive_advice("06-01")
    asked.assess("06-02").weigh("06-02")
    asked.step("T31", "06-03")
    asked.intend("06-03", "06-17")
    with pytest.raises(NotAllowed) as refusal:
        act(asked, advices.ask_supplementary, "06-10")
    assert refusal.value.where["guard"] == "view_received"
    asked.hear("06-10", new_facts=True)
    act(asked, advices.ask_supplementary, "06-11")
    asked.receive_advice("06-20")
    assert asked.show("06-21")["state"] == "ST80"
