"""Reminders: once a day, only what ends or waits."""

import pytest

from bureau.errors import AccessDenied, Changed
from bureau.operations import reminders
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def digest(road, day, login="officer"):
    with road.by(login, day) as work:
        return reminders.own_digest(work)


def test_a_term_far_away_is_nothing_to_be_reminded_of(road):
    assert digest(road, "03-09").empty


def test_what_ends_soon_and_what_ran_out_are_told_apart(road):
    [line] = digest(road, "04-22").terms
    assert (line.reference, line.over) == (road.reference, False)
    [line] = digest(road, "05-01").terms
    assert line.over


def test_nobody_is_reminded_twice_on_a_day(road, trail):
    with road.by("officer", "04-22") as work:
        found = reminders.own_digest(work)
        reminders.mark_sent(work, found, "folder")
    assert trail()[-1].kind == "reminder.sent"
    assert digest(road, "04-22") is None
    assert digest(road, "04-23")
    with pytest.raises(Changed), road.by("officer", "04-22") as work:
        reminders.mark_sent(work, found, "folder")


def test_the_round_is_made_by_an_administrator(work_of, actors):
    with work_of(actors.admin) as work:
        assert "officer" in reminders.list_people(work)
        assert "police" not in reminders.list_people(work)
    with pytest.raises(AccessDenied), work_of(actors.officer) as work:
        reminders.list_people(work)
