"""Proofs that were tampered with prove nothing: steps, places, sizes, roots, notes and requests.

Trees up to 64 are gone through one by one in tests/bureau/trust/test_merkle.py.
`python -m tests.campaigns.proofs --full` tampers 25,000 times.
"""

import random
from collections.abc import Callable
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bureau.errors import BureauError
from bureau.trust import merkle, note, witnessing
from bureau.trust.note import Checkpoint, Note
from bureau.trust.witnessing import Request
from tests.campaigns.place import command

MOST = 3000
LEAVES = [sha256(b"\0" + number.to_bytes(4)).digest() for number in range(MOST)]
KEY = Ed25519PrivateKey.from_private_bytes(bytes(31) + b"\1")
WITNESS = Ed25519PrivateKey.from_private_bytes(bytes(31) + b"\2")
ORIGIN = "example.org/trail"


def _node() -> merkle.Node:
    held: dict[tuple[int, int], bytes] = {}
    edge = merkle.Edge()
    for leaf in LEAVES:
        held[0, edge.size] = leaf
        for level, found in enumerate(edge.add(leaf), 1):
            held[level, (edge.size >> level) - 1] = found
    return lambda level, index: held[level, index]


NODE = _node()


def spoiled(chance: random.Random, proof: list[bytes]) -> list[bytes]:
    """The proof with something changed: a bit, a step more or less, two steps turned around."""
    found = list(proof)
    how = chance.randrange(4) if len(found) > 1 else chance.choice((0, 1) if found else (1,))
    if how == 0:
        place, bit = chance.randrange(len(found)), chance.randrange(256)
        raw = bytearray(found[place])
        raw[bit // 8] ^= 1 << bit % 8
        found[place] = bytes(raw)
    elif how == 1:
        found.insert(chance.randint(0, len(found)), chance.choice(LEAVES))
    elif how == 2:
        del found[chance.randrange(len(found))]
    else:
        one, other = chance.sample(range(len(found)), 2)
        found[one], found[other] = found[other], found[one]
    return found


def inclusion(chance: random.Random) -> bool:
    """Whether a tampered proof of one entry is taken for good."""
    size = chance.randint(1, MOST)
    index = chance.randrange(size)
    proof, root = merkle.inclusion(NODE, index, size), merkle.root_at(NODE, size)
    assert merkle.included(LEAVES[index], index, size, proof, root)
    how = chance.randrange(3)
    if how == 0:
        return merkle.included(LEAVES[index], index, size, spoiled(chance, proof), root)
    if how == 1:
        other = chance.choice([each for each in range(-1, size + 2) if each != index])
        return merkle.included(LEAVES[index], other, size, proof, root)
    return merkle.included(sha256(b"other").digest(), index, size, proof, root)


def consistency(chance: random.Random) -> bool:
    """Whether a tampered proof that a tree goes on from another is taken for good."""
    second = chance.randint(2, MOST)
    first = chance.randint(1, second - 1)
    proof = merkle.consistency(NODE, first, second)
    roots = merkle.root_at(NODE, first), merkle.root_at(NODE, second)
    assert merkle.consistent(first, second, *roots, proof)
    how = chance.randrange(3)
    if how == 0:
        return merkle.consistent(first, second, *roots, spoiled(chance, proof))
    if how == 1:
        return merkle.consistent(first, second, roots[0], sha256(b"other").digest(), proof)
    return merkle.consistent(first, second, sha256(b"other").digest(), roots[1], proof)


def request(chance: random.Random) -> bool:
    """Whether a witness signs a request of which one character was changed."""
    second = chance.randint(2, MOST)
    first = chance.randint(1, second - 1)
    at = Checkpoint(ORIGIN, second, merkle.root_at(NODE, second))
    signed = Note(at.text, (note.sign(KEY, ORIGIN, at.text),))
    proof = tuple(merkle.consistency(NODE, first, second))
    text = str(Request(first, proof, signed))
    place = chance.randrange(len(text))
    other = chance.choice([each for each in "A0/\n x" if each != text[place]])
    try:
        asked = Request.read(text[:place] + other + text[place + 1 :])
        known = Checkpoint(ORIGIN, first, merkle.root_at(NODE, first))
        keeper = note.verifier(KEY, ORIGIN, note.LOG)
        witnessing.answered(asked, keeper, known, WITNESS, "witness.example", 1)
    except BureauError:
        return False
    return (asked.old, asked.proof, asked.note.text) != (first, proof, at.text)


WAYS: tuple[Callable[[random.Random], bool], ...] = (inclusion, consistency, request)


def run(times: int, seed: int = 1) -> list[str]:
    """Tamper that many times; the tampered proofs that were taken for good."""
    chance, wrong = random.Random(seed), []  # noqa: S311 - a repeatable campaign
    for number in range(times):
        way = WAYS[number % len(WAYS)]
        if way(chance):
            wrong.append(f"tampered proof {number} ({way.__name__}) was accepted")
    print(f"proofs: {times} tampered, {len(wrong)} accepted")
    return wrong


def short() -> list[str]:
    """600 tampered proofs."""
    return run(600)


def full() -> list[str]:
    """25,000 tampered proofs."""
    return run(25_000)


if __name__ == "__main__":
    command("proofs", short, full)
