"""Every ground of an entry and every event of the register has a word."""

from app import processing_words
from bureau.rules.events import EventKind
from bureau.rules.processing import Cover


def test_every_ground_and_every_event_has_its_word():
    grounds = {f"cover_{each}" for each in Cover} | {"cover_none"}
    assert set(processing_words.WORDS) == grounds
    events = {str(kind) for kind in EventKind if kind.startswith("processing.")}
    assert set(processing_words.EVENTS) == events | {"about_processing_change"}
