"""This house as a witness of another: it never goes back, also after a restart."""

from hashlib import sha256

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bureau.errors import Invalid, NotAllowed
from bureau.trust import beholding, merkle, note
from bureau.trust.note import Checkpoint, Note
from bureau.trust.witnessing import Request

KEEPER = Ed25519PrivateKey.from_private_bytes(bytes(32))
OTHER = Ed25519PrivateKey.from_private_bytes(bytes(31) + b"\1")
ORIGIN, NAME, NOW = "example.org/trail", "witness.example", 1_700_000_000
LEAVES = [sha256(b"\0" + bytes([number])).digest() for number in range(9)]


def node(level, index):
    return merkle.root_of(LEAVES[index << level : (index + 1) << level])


def request(old, size):
    at = Checkpoint(ORIGIN, size, merkle.root_of(LEAVES[:size]))
    proof = merkle.consistency(
        lambda level, index: merkle.root_of(LEAVES[index << level : (index + 1) << level]),
        old,
        size,
    )
    return Request(old, tuple(proof), Note(at.text, (note.sign(KEEPER, ORIGIN, at.text),)))


def line(key=KEEPER, kind=note.LOG):
    return str(note.verifier(key, ORIGIN, kind))


def test_a_keeper_that_is_not_known_gets_no_signature(tmp_path):
    with pytest.raises(NotAllowed):
        beholding.signed(tmp_path, request(0, 3), NAME, NOW)


def test_what_was_signed_last_is_where_the_next_must_begin(tmp_path):
    beholding.trust(tmp_path, line())
    answer = beholding.signed(tmp_path, request(0, 3), NAME, NOW)
    assert answer.signed(beholding.verifier(NAME))
    assert beholding.signed(tmp_path, request(3, 9), NAME, NOW).signed(beholding.verifier(NAME))
    for asked in (request(0, 9), request(3, 5), request(0, 3)):
        with pytest.raises(NotAllowed):
            beholding.signed(tmp_path, asked, NAME, NOW)


def test_a_keeper_does_not_change_its_key_in_silence(tmp_path):
    beholding.trust(tmp_path, line())
    beholding.trust(tmp_path, line())
    with pytest.raises(NotAllowed):
        beholding.trust(tmp_path, line(OTHER))
    with pytest.raises(Invalid):
        beholding.trust(tmp_path, line(kind=note.WITNESS))
