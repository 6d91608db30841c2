"""The trail speaks of the partnership in words too."""

from app.event_words import WORDS
from app.partnership_words import EVENTS
from bureau.rules.events import EventKind


def test_its_words_are_those_of_the_trail():
    assert EVENTS.items() <= WORDS.items()
    assert EVENTS.keys() >= {EventKind.MEETING_PLANNED, EventKind.ACTION_AGREED}
