"""Among the tasks of the keeper stands what is near; far days stand in the calendar only."""

from datetime import date

from bureau.operations import calendars, picture_tasks, reminders
from tests.bureau.operations.polling import opened
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.test__picture_days import power
from tests.bureau.operations.test_areas import draw

pytestmark = ON_SQLITE


def listed(road, day, login="coordinator"):
    with road.by(login, day) as work:
        return [(row.reference, row.place) for row in picture_tasks.list_picture_tasks(work)]


def test_a_far_day_is_in_the_calendar_and_a_near_one_among_the_tasks_too(road):
    draw(road)
    number = power(road)
    with road.by("coordinator", "03-09") as work:
        (entry,) = calendars.read_feed(work)
        assert (entry.reference, entry.due) == ("Zuidkade", date(2026, 9, 1))
        assert reminders.own_digest(work).empty
    assert listed(road, "03-09") == []
    assert listed(road, "08-01") == [("Zuidkade", ("zuidkade", str(number)))]
    with road.by("coordinator", "08-01") as work:
        assert len(reminders.own_digest(work).pictures) == 1


def test_whoever_is_asked_finds_the_survey_itself_and_the_keeper_its_closing(work_of, actors):
    opened(work_of, actors)
    with work_of(actors.police) as work:
        assert picture_tasks.list_picture_tasks(work) == ()
    with work_of(actors.coordinator) as work:
        (row,) = picture_tasks.list_picture_tasks(work)
    assert (row.name.en, row.over) == ("close the round of the partner survey", False)
