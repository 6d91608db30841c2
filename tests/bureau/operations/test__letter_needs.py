"""What a letter waits for, and what its writer must fill in."""

from datetime import date

import pytest
from sqlalchemy import select

from bureau.errors import Invalid, NotAllowed
from bureau.model import Weighing
from bureau.operations import delays
from tests.bureau.operations.letter_desk import compose, secret_finding, send
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


@pytest.mark.parametrize(
    ("kind", "guard"),
    [
        ("advice", "advice_asked"),
        ("foreign", "suspension_running"),
        ("suspension_end", "suspension_running"),
        ("intention", "intention_sent"),
        ("decision_grant", "decided"),
        ("register", "register_reported"),
        ("destruction", "closed"),
        ("delay", "delay_told"),
    ],
)
def test_a_letter_waits_for_the_facts_it_tells(road, kind, guard):
    with pytest.raises(NotAllowed) as refusal:
        compose(road, kind, "03-10")
    assert refusal.value.where["guard"] == guard
    assert refusal.value.hint


def test_what_the_letter_asks_of_its_writer_must_be_there_when_it_goes(road):
    road.to_decision().decide("grant")
    road.make_known()
    road.step("T37", "04-02", "none is made")
    road.step("T45", "04-03")
    made = compose(road, "destruction", "04-10")
    assert "…" in made.paper.text
    assert [row.code for row in made.asked] == ["destroyed_on", "destroyed_what"]
    with pytest.raises(Invalid) as refusal:
        send(road, "destruction", "04-10", answers={"destroyed_on": "1 april 2031"})
    assert refusal.value.where["field"] == "destroyed_what"
    answers = {"destroyed_on": "1 april 2031", "destroyed_what": "het dossier"}
    assert send(road, "destruction", "04-10", answers=answers)


def test_a_letter_of_delay_tells_what_the_clock_counts(road):
    with road.by("officer", "04-20") as work:
        delays.send_delay(work, road.id, date(2026, 5, 25), "The file is large.")
    made = compose(road, "delay", "04-20")
    assert made.asked == ()
    assert "28 april 2026. De reden is: The file is large." in made.paper.text
    assert "uiterlijk op 25 mei 2026" in made.paper.text


def test_a_burdening_letter_needs_proportionality(road):
    road.to_care()
    road.weigh().step("T31", "03-17")
    road.intend()
    assert compose(road, "intention")
    with road.by("officer", "03-18") as work:
        memo = work.session.scalars(select(Weighing)).one()
        work.session.delete(memo)
        work.record("measure.weighed", memo)
    with pytest.raises(NotAllowed) as refusal:
        compose(road, "intention")
    assert refusal.value.where["guard"] == "weighing"


def test_a_decision_that_rests_only_on_what_may_not_be_told_cannot_be_told(road):
    road.to_assessment()
    secret_finding(road)
    road.assess().step("T27", "03-13")
    road.weigh().step("T31", "03-17")
    road.intend()
    with pytest.raises(NotAllowed) as refusal:
        compose(road, "intention")
    assert refusal.value.where["guard"] == "facts_told"
