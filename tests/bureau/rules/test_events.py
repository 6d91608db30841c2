"""The words of the trail: noun then verb, each once, reading and refusing among them."""

import re

from bureau.rules.events import EventKind


def test_every_kind_is_a_noun_and_a_verb():
    odd = [k.value for k in EventKind if not re.fullmatch(r"[a-z]+\.[a-z_]+", k.value)]
    assert odd == []


def test_no_kind_stands_twice():
    assert len({kind.value for kind in EventKind}) == len(list(EventKind))


def test_what_care_logging_must_hold_is_there():
    """NEN 7513: reading, searching, exporting, looking at the log itself, and being refused."""
    wanted = {"case.read", "search.done", "network.exported", "trail.read", "access.denied"}
    assert wanted <= {kind.value for kind in EventKind}
