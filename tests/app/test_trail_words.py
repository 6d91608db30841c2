"""Every event of the trail itself has a word."""

from app import trail_words
from bureau.rules.events import EventKind

OWN = (
    *("trail.", "tree.", "witness.", "backup.", "house.", "look.", "glass.", "lease."),
    *("alert.", "watch.", "circle."),
    "search.found",
)


def test_every_event_of_the_trail_itself_has_its_word():
    events = {str(kind) for kind in EventKind if kind.startswith(OWN)}
    assert events == {name for name in trail_words.EVENTS if "." in name}
