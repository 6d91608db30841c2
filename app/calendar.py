"""A calendar file (RFC 5545) of last days: a reference and the name of a term, nothing more."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from icalendar import Alarm, Calendar, Event

from bureau.operations.calendars import Entry

PRODUCT = "-//Bureau//terms//NL"
DAY = timedelta(days=1)


def written(entries: Iterable[Entry], language: str, now: datetime) -> bytes:
    """The entries as all-day events, each with a reminder on its internal target date."""
    book = Calendar()
    book.add("prodid", PRODUCT)
    book.add("version", "2.0")
    book.add("x-wr-calname", "Bureau")
    for entry in entries:
        book.add_component(_event(entry, language, now))
    return bytes(book.to_ical())


def _event(entry: Entry, language: str, now: datetime) -> Event:
    name = entry.name.in_(language)
    event = Event()
    event.add("uid", f"{entry.key}@bureau")
    event.add("dtstamp", now)
    event.add("dtstart", entry.due)
    event.add("dtend", entry.due + DAY)
    event.add("summary", f"{entry.reference}: {name}")
    event.add("class", "CONFIDENTIAL")
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"{entry.reference}: {name}")
    alarm.add("trigger", entry.target - entry.due)
    event.add_component(alarm)
    return event
