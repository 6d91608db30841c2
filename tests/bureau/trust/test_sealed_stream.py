"""A sealed stream comes back whole, or is refused."""

import io

import pytest

from bureau.errors import Invalid
from bureau.trust import sealed_stream
from bureau.trust.sealed_stream import PIECE, TAG

KEY, MARK = bytes(32), b"TEST-1"
CONTENTS = [b"", b"x", b"a" * PIECE, b"b" * (PIECE + 1), b"c" * (2 * PIECE + 5)]


def sealed(content, key=KEY):
    parts = [content[place : place + 70_000] for place in range(0, len(content), 70_000)]
    return b"".join(sealed_stream.seal(key, MARK, {"said": "yes"}, parts))


def opened(content, key=KEY):
    return b"".join(sealed_stream.opened(key, io.BytesIO(content), MARK))


@pytest.mark.parametrize("content", CONTENTS, ids=len)
def test_what_was_sealed_comes_back(content):
    found = sealed(content)
    assert opened(found) == content
    assert sealed_stream.head_of(io.BytesIO(found), MARK)[0]["said"] == "yes"
    assert content[:64] not in found[len(found) // 2 :] or len(content) < 64


def test_two_copies_of_the_same_differ():
    assert sealed(b"same") != sealed(b"same")


def places(found):
    """Places in the head, at the edges of pieces, and some in between."""
    head = found.index(b"\n", found.index(b"\n") + 1)
    edges = [head + 1 + n * (PIECE + TAG) for n in range(3)]
    return sorted({0, 3, head, *(each for each in edges if each < len(found)), len(found) - 1})


@pytest.mark.parametrize("place", range(6))
def test_an_altered_byte_anywhere_is_noticed(place):
    found = sealed(CONTENTS[-1])
    at = places(found)[place % len(places(found))]
    with pytest.raises(Invalid):
        opened(found[:at] + bytes([found[at] ^ 1]) + found[at + 1 :])


def test_a_stream_cut_off_joined_or_turned_around_is_noticed():
    found = sealed(CONTENTS[-1])
    start = found.index(b"\n", found.index(b"\n") + 1) + 1
    one, two, rest = (
        found[start : start + PIECE + TAG],
        found[start + PIECE + TAG : start + 2 * (PIECE + TAG)],
        found[start + 2 * (PIECE + TAG) :],
    )
    for pieces in ((one, two), (two, one, rest), (one, rest), (one, two, rest, rest), ()):
        with pytest.raises(Invalid):
            opened(found[:start] + b"".join(pieces))


def test_another_key_or_another_kind_of_file_opens_nothing():
    with pytest.raises(Invalid):
        opened(sealed(b"text"), bytes(31) + b"\1")
    for content in (b"", b"text", b"TEST-1\n", b"TEST-1\n{}\n", b"TEST-2\n{}\nabc"):
        with pytest.raises(Invalid):
            opened(content)
