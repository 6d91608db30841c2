"""Powers that run out, reviews of barriers and a survey come due for whoever has to act."""

from datetime import date

import pytest

from bureau.operations import (
    _picture_days,
    area_changes,
    area_entries,
    barrier_standings,
    calendars,
    reminders,
    surveys,
)
from bureau.operations._picture_days import PictureTask
from bureau.operations.barrier_standings import StatusFields
from tests.bureau.operations.polling import answer, closed, opened
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.test_area_entries import say
from tests.bureau.operations.test_areas import draw

pytestmark = ON_SQLITE
LAST = date(2026, 9, 1)


def power(road, until=LAST):
    more = {"legal_basis": "APV 2:40"}
    said = {"kind": "designation", "text": "Autoverhuur", "value": "", "until": until}
    return say(road, "powers", **said, more=more)


def due(road, day, login="coordinator"):
    with road.by(login, day) as work:
        return [(row.kind, row.near, row.over) for row in _picture_days.own_days(work)]


def test_a_power_is_due_for_the_keeper_from_the_lead_time_on_until_it_is_ended(road):
    draw(road)
    number = power(road)
    assert due(road, "07-02") == [(PictureTask.POWER, False, False)]
    assert due(road, "07-03") == [(PictureTask.POWER, True, False)]
    assert due(road, "09-01") == [(PictureTask.POWER, True, False)]
    assert due(road, "09-02") == [(PictureTask.POWER, True, True)]
    assert due(road, "09-02", "officer") == []
    with road.by("coordinator", "09-02") as work:
        area_entries.end_entry(work, "zuidkade", number, "Niet verlengd.")
    assert due(road, "09-03") == []


def test_what_holds_in_an_area_that_ended_is_not_due(road):
    draw(road)
    power(road)
    with road.by("coordinator") as work:
        area_changes.end_area(work, "zuidkade", 1, date(2026, 8, 1), "Gesloopt.")
    assert due(road, "07-20") == [(PictureTask.POWER, True, False)]
    assert due(road, "08-02") == []


def test_the_newest_day_of_review_of_a_barrier_that_stands_is_due(road):
    def move(status, review, day):
        with road.by("coordinator", day) as work:
            fields = StatusFields(status=status, reason="x", review_on=review)
            barrier_standings.move_barrier(work, "UGB", "UGB-4a", fields)

    move("agreed", date(2026, 4, 1), "03-02")
    assert due(road, "03-17") == [(PictureTask.BARRIER, False, False)]
    assert due(road, "03-18") == [(PictureTask.BARRIER, True, False)]
    move("in_force", LAST, "03-20")
    with road.by("coordinator", "03-20") as work:
        (row,) = _picture_days.own_days(work)
        assert (row.reference, row.day) == ("UGB-4a", LAST)
    assert due(road, "09-02") == [(PictureTask.BARRIER, True, True)]
    assert due(road, "09-02", "officer") == []
    move("ended", None, "09-02")
    assert due(road, "09-03") == []


def told(work_of, who):
    with work_of(who) as work:
        entries = [entry for entry in calendars.read_feed(work) if entry.reference == "EV-05"]
        digest = reminders.own_digest(work)
        return entries, digest.pictures


def test_a_round_is_told_alike_to_who_answered_and_who_did_not(work_of, actors):
    made = opened(work_of, actors)
    before = told(work_of, actors.police), told(work_of, actors.tax)
    answer(work_of, actors.police, made, 3)
    after = told(work_of, actors.police), told(work_of, actors.tax)
    assert before == after
    assert before[0] == before[1]
    with work_of(actors.coordinator) as work:
        until = surveys.read_survey(work, made).survey.until_on
    (entry,), (line,) = after[0]
    assert (entry.due, line.day, line.kind) == (until, until, PictureTask.SURVEY)
    assert line.key == f"survey-{made}-EV-05"  # two rounds may end on one day
    assert told(work_of, actors.coordinator)[1][0].kind is PictureTask.CLOSING
    closed(work_of, actors, made)
    for who in (actors.police, actors.coordinator):
        assert told(work_of, who) == ([], ())


@pytest.mark.parametrize("login", ["care", "auditor", "admin", "outsider"])
def test_others_have_nothing_of_it(road, login):
    draw(road)
    power(road)
    assert due(road, "09-02", login) == []
