"""A witness signs what goes on from what it knew, and nothing else."""

from hashlib import sha256

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bureau.errors import Invalid, NotAllowed
from bureau.trust import merkle, note, witnessing
from bureau.trust.note import Checkpoint, Note
from bureau.trust.witnessing import Request

KEEPER = Ed25519PrivateKey.from_private_bytes(bytes(32))
OTHER = Ed25519PrivateKey.from_private_bytes(bytes(31) + b"\1")
WITNESS = Ed25519PrivateKey.from_private_bytes(bytes(31) + b"\2")
ORIGIN, NAME, NOW = "example.org/trail", "witness.example", 1_700_000_000
LEAVES = [sha256(b"\0" + bytes([number])).digest() for number in range(20)]


def node_of(leaves):
    return lambda level, index: merkle.root_of(leaves[index << level : (index + 1) << level])


def point(size, leaves=LEAVES):
    return Checkpoint(ORIGIN, size, merkle.root_of(leaves[:size]))


def request(old, size, leaves=LEAVES, key=KEEPER):
    at = point(size, leaves)
    proof = tuple(merkle.consistency(node_of(leaves), old, size))
    return Request(old, proof, Note(at.text, (note.sign(key, ORIGIN, at.text),)))


def answered(asked, known):
    keeper = note.verifier(KEEPER, ORIGIN, note.LOG)
    return witnessing.answered(asked, keeper, known, WITNESS, NAME, NOW)


@pytest.mark.parametrize(("old", "size"), [(0, 1), (0, 20), (7, 20), (8, 16), (20, 20)])
def test_what_goes_on_is_signed(old, size):
    asked = Request.read(str(request(old, size)))
    signature = answered(asked, point(old) if old else None)
    assert note.good(asked.note.text, signature, note.verifier(WITNESS, NAME, note.WITNESS))


FORKED = [*LEAVES[:5], sha256(b"another").digest(), *LEAVES[6:]]


@pytest.mark.parametrize(
    ("asked", "known"),
    [
        (request(0, 10), point(12)),
        (request(12, 12), point(13)),
        (request(5, 20), point(7)),
        (request(7, 20, FORKED), point(7)),
        (request(7, 7, FORKED), point(7)),
        (request(7, 20, key=OTHER), point(7)),
        (Request(7, request(7, 20).proof[:-1], request(7, 20).note), point(7)),
    ],
)
def test_what_goes_back_skips_forks_or_is_signed_by_another_is_refused(asked, known):
    with pytest.raises(NotAllowed):
        answered(asked, known)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "old 1",
        "old " + "9" * 5000 + "\n\nnote\n",
        "old x\n\nnote\n",
        "old 1\nAAAA\n\n" + str(request(0, 3).note),
        "new 1\n\nx\n",
    ],
)
def test_what_is_no_request_is_refused(text):
    with pytest.raises(Invalid):
        Request.read(text)
