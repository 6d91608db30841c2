"""The days of meetings and actions: for whom a table admits, by reference and without a name."""

from datetime import timedelta

import pytest

from bureau.operations import actions, calendars, reminders
from bureau.operations._meeting_days import own_days
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import Table
from tests.conftest import NOW

pytestmark = ON_SQLITE


@pytest.fixture
def table(work_of, actors):
    made = Table(work_of, actors, "agenda_frozen")
    made.sit()
    with made.by("coordinator") as work:
        actions.agree_action(
            work, made.case, made.item, "Look at Kade 4", "tax", "AWR 47", "", made.day
        )
    return made


def names(table, login):
    with table.by(login) as work:
        return [row.name.en for row in own_days(work)]


def test_a_meeting_is_told_to_those_it_admits_and_an_action_to_who_does_it(table):
    assert names(table, "police") == ["case meeting, agenda frozen"]
    assert sorted(names(table, "tax")) == ["action from a meeting", "case meeting, agenda frozen"]
    assert names(table, "customs") == names(table, "outsider") == []


def test_calendar_and_digest_say_reference_and_day_only(table):
    with table.by("tax") as work:
        entries = calendars.read_feed(work)
        digest = reminders.own_digest(work)
    assert {entry.due for entry in entries} == {table.day}
    assert len(digest.tables) == len(entries) == 2
    assert all(
        secret not in str((entries, digest)) for secret in ("Kade 4", "Loods", "Casusoverleg")
    )


def test_an_action_past_its_day_is_overdue(table):
    with table.work_of(table.actors.tax, NOW + timedelta(days=9)) as work:
        [row] = own_days(work)
    assert row.over
