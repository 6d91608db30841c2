"""What is hidden on purpose is found, in every way of writing: else the wall could not fail."""

import random

import pytest

from tests.campaigns.hiding import holds, needles
from tests.campaigns.victims import strings
from tests.campaigns.writings import WRITINGS

KNOWN = strings(random.Random(7))  # noqa: S311 - no secret
AMID = b"\0\x01before " * 30


@pytest.mark.parametrize("way", WRITINGS)
def test_a_text_is_found_in_every_way_of_writing(way):
    for name in ("name", "phone", "words"):
        content = WRITINGS[way](KNOWN[name])
        whole = content if content.startswith(b"%PDF") else b"\n".join((AMID, content, AMID))
        assert holds(whole, needles(KNOWN[name])), name


def test_what_is_not_there_is_not_found():
    other = strings(random.Random(8))  # noqa: S311 - no secret
    content = b"\n".join(write(text) for write in WRITINGS.values() for text in KNOWN.values())
    assert not holds(content, {form for text in other.values() for form in needles(text)})
