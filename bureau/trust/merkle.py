"""The Merkle tree of RFC 6962 (2.1) and RFC 9162 (2.1): its root, proofs, and the check of proofs.

A leaf is a hash already. Entries are counted from zero here, as both documents do. What makes a
proof asks for `node(level, index)`: the hash of the complete subtree of 2 ** level leaves that is
the index-th of its size. What checks a proof needs nothing but the proof.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

Node = Callable[[int, int], bytes]
NODE_PREFIX = b"\x01"
EMPTY = sha256(b"").digest()
HASH_BYTES = 32


def joined(left: bytes, right: bytes) -> bytes:
    """The hash of an inner node: SHA-256 over 0x01 and both sides (RFC 6962 2.1)."""
    return sha256(NODE_PREFIX + left + right).digest()


@dataclass(slots=True)
class Edge:
    """The right edge of a growing tree: the complete subtrees of which it is made, large first."""

    size: int = 0
    hashes: list[bytes] = field(default_factory=list)

    def add(self, leaf: bytes) -> list[bytes]:
        """Add a leaf; the inner nodes that it completes, small first."""
        completed = []
        self.hashes.append(leaf)
        self.size += 1
        for _ in range(completes(self.size)):
            right, left = self.hashes.pop(), self.hashes.pop()
            completed.append(joined(left, right))
            self.hashes.append(completed[-1])
        return completed

    def root(self) -> bytes:
        """The root of the tree as it is now; SHA-256 of nothing while it is empty."""
        found = self.hashes[-1] if self.hashes else EMPTY
        for left in reversed(self.hashes[:-1]):
            found = joined(left, found)
        return found


def completes(size: int) -> int:
    """How many inner nodes the last leaf of a tree of `size` completes."""
    return (size & -size).bit_length() - 1


def edge_places(size: int) -> list[tuple[int, int]]:
    """The complete subtrees of which a tree of `size` is made, large first: level and index."""
    places, begin = [], 0
    for level in reversed(range(size.bit_length())):
        if size >> level & 1:
            places.append((level, begin >> level))
            begin += 1 << level
    return places


def root_of(leaves: Iterable[bytes]) -> bytes:
    """The root over `leaves`."""
    edge = Edge()
    for leaf in leaves:
        edge.add(leaf)
    return edge.root()


def root_at(node: Node, size: int) -> bytes:
    """The root that the tree had at `size`."""
    return Edge(size, [node(*place) for place in edge_places(size)]).root()


def inclusion(node: Node, index: int, size: int) -> list[bytes]:
    """The proof that the entry at `index` stands in the tree of `size` (RFC 6962 2.1.1)."""
    return _path(node, index, 0, size)


def consistency(node: Node, first: int, second: int) -> list[bytes]:
    """The proof that the tree of `second` begins with that of `first` (RFC 6962 2.1.2)."""
    return _begin(node, first, 0, second, whole=True) if 0 < first < second else []


def _path(node: Node, index: int, low: int, high: int) -> list[bytes]:
    if high - low == 1:
        return []
    middle = low + _split(high - low)
    if index < middle:
        return [*_path(node, index, low, middle), _span(node, middle, high)]
    return [*_path(node, index, middle, high), _span(node, low, middle)]


def _begin(node: Node, first: int, low: int, high: int, *, whole: bool) -> list[bytes]:
    if first == high:
        return [] if whole else [_span(node, low, high)]
    middle = low + _split(high - low)
    if first <= middle:
        return [*_begin(node, first, low, middle, whole=whole), _span(node, middle, high)]
    return [*_begin(node, first, middle, high, whole=False), _span(node, low, middle)]


def _split(size: int) -> int:
    """The largest power of two below `size`."""
    return 1 << (size - 1).bit_length() - 1


def _span(node: Node, low: int, high: int) -> bytes:
    size = high - low
    if size & (size - 1) == 0:
        level = size.bit_length() - 1
        return node(level, low >> level)
    middle = low + _split(size)
    return joined(_span(node, low, middle), _span(node, middle, high))


def included(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether `proof` shows that `leaf` is the entry at `index` of the tree (RFC 9162 2.1.3.2)."""
    if not 0 <= index < size or not _hashes(leaf, root, *proof):
        return False
    place, last, found = index, size - 1, leaf
    for step in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            found = joined(step, found)
            while place and not place & 1:
                place, last = place >> 1, last >> 1
        else:
            found = joined(found, step)
        place, last = place >> 1, last >> 1
    return last == 0 and found == root


def consistent(
    first: int, second: int, first_root: bytes, second_root: bytes, proof: Sequence[bytes]
) -> bool:
    """Whether `proof` shows that the second tree begins with the first (RFC 9162 2.1.4.2).

    Of an empty tree nothing can be shown: it is consistent with any other, by an empty proof.
    """
    if not 0 <= first <= second or not _hashes(first_root, second_root, *proof):
        return False
    if first == second:
        return not proof and first_root == second_root
    if first == 0:
        return not proof and first_root == EMPTY
    steps = [first_root, *proof] if first & (first - 1) == 0 else list(proof)
    return bool(steps) and _both(first, second, steps) == (first_root, second_root)


def _both(first: int, second: int, steps: Sequence[bytes]) -> tuple[bytes, bytes] | None:
    """The two roots to which the steps of a consistency proof lead; None where they do not fit."""
    place, last = first - 1, second - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    old = new = steps[0]
    for step in steps[1:]:
        if last == 0:
            return None
        if place & 1 or place == last:
            old, new = joined(step, old), joined(step, new)
            while place and not place & 1:
                place, last = place >> 1, last >> 1
        else:
            new = joined(new, step)
        place, last = place >> 1, last >> 1
    return (old, new) if last == 0 else None


def _hashes(*values: bytes) -> bool:
    return all(len(value) == HASH_BYTES for value in values)
