"""A calendar file as another program reads it."""

from datetime import date, timedelta

from icalendar import Calendar

from app.calendar import written
from bureau.operations.calendars import Entry
from bureau.rules.tables import Texts
from tests.conftest import NOW

ENTRY = Entry(
    "case-DL01-2026-03-02",
    "SCR-2026-ABCDE",
    Texts("beslistermijn", "decision term"),
    date(2026, 4, 28),
    date(2026, 4, 20),
)


def test_a_term_is_an_event_of_one_day_with_an_alarm_on_the_target():
    book = Calendar.from_ical(written([ENTRY], "nl", NOW))
    [event] = book.walk("VEVENT")
    assert str(event["summary"]) == "SCR-2026-ABCDE: beslistermijn"
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2026, 4, 28), date(2026, 4, 29))
    [alarm] = book.walk("VALARM")
    assert alarm["trigger"].dt == timedelta(days=-8)


def test_an_empty_calendar_is_one_too():
    assert not Calendar.from_ical(written([], "en", NOW)).walk("VEVENT")
