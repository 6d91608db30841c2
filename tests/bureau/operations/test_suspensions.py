"""The other causes for which the decision term stands still."""

from datetime import date

import pytest
from sqlalchemy import select

from bureau.errors import AccessDenied, Changed, Invalid, NotAllowed
from bureau.model import Suspension
from bureau.operations import advices, suspensions
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def suspend(road, rule, day="03-20", **more):
    with road.by("officer", day) as work:
        row = suspensions.suspend(work, road.id, rule, "letter to the applicant", **more)
        work.session.flush()
        return row.id, row.version


def end(road, row, day):
    with road.by("officer", day) as work:
        suspensions.end_suspension(work, road.id, *row)


def test_an_agreed_delay_counts_its_first_and_last_day(road):
    """Worked example I: 20 April to 17 May."""
    suspend(road, "SUS3", "04-20", until=date(2026, 5, 17))
    clock = road.clock("DL01", "04-21")
    assert (clock["suspended_days"], clock["due"]) == (28, "2026-05-26")
    with pytest.raises(Invalid):
        suspend(road, "SUS3", "04-20")
    with pytest.raises(Invalid):
        suspend(road, "SUS3", "04-20", until=date(2226, 5, 17))
    with pytest.raises(Invalid):
        suspend(road, "SUS3", "04-20", until=date(2026, 4, 19))


def test_force_majeure_runs_until_it_is_ended(road):
    row = suspend(road, "SUS7", "03-20")
    assert road.clock("DL01", "03-25")["state"] == "suspended"
    end(road, row, "03-29")
    assert road.clock("DL01", "04-10")["suspended_days"] == 10
    with pytest.raises(Changed):
        end(road, row, "04-10")
    with road.by("officer") as work:
        kept = work.session.scalars(select(Suspension)).one()
        again = kept.id, kept.version
    with pytest.raises(NotAllowed) as refusal:
        end(road, again, "04-10")
    assert refusal.value.where["guard"] == "suspension_running"


def test_in_the_deep_investigation_the_step_is_taken_too(road):
    road.to_own()
    road.raise_indicator("03-11")
    road.step("T13", "03-12")
    suspend(road, "SUS2", "03-20")
    suspend(road, "SUS4", "03-21")
    taken = [move["step"] for move in road.show("03-22")["moves"]]
    assert taken[-2:] == ["T14", "T15"]


def test_supplements_and_advices_are_not_suspended_by_hand(road):
    for rule in ("SUS1", "SUS5", "SUS6", "SUS9"):
        with pytest.raises(Invalid):
            suspend(road, rule)
    with pytest.raises(Invalid):
        suspend(road, "SUS7", start=date(2026, 3, 1))
    with pytest.raises(Invalid):
        suspend(road, "SUS7", start=date(2026, 3, 21))
    with pytest.raises(AccessDenied), road.by("second") as work:
        suspensions.suspend(work, road.id, "SUS7", "why")


def test_overlapping_causes_are_counted_once(road):
    """As worked example H: the union of days, never the sum."""
    road.to_assessment()
    suspend(road, "SUS4", "04-01", until=date(2026, 4, 19))
    with road.by("officer", "04-07") as work:
        advices.ask_advice(work, road.id, "own sources are exhausted")
    clock = road.clock("DL01", "04-30")
    assert clock["suspended_days"] == 30
    assert sum(row["days"] for row in clock["explanation"]) == 19 + 24
