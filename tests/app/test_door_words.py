"""Every event of the door and every way in has a word."""

from app import door_words
from bureau.rules.events import EventKind

OWN = ("door.", "factor.", "recovery.")


def test_every_event_of_the_door_has_its_word():
    events = {str(kind) for kind in EventKind if kind.startswith(OWN)}
    assert events <= door_words.EVENTS.keys()


def test_every_way_in_has_its_word():
    ways = {"password", "codes", "paper", "passkey", "oidc", "oidc_one"}
    assert {name.removeprefix("strength_") for name in door_words.STRENGTHS} == ways
