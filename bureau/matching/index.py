"""Finds the names most like a given one among very many: by pieces of three letters.

A list leads from each piece to the names that hold it. The rarest pieces of a name are followed
first, as far as a budget goes; the names that share most of them are then compared by all their
pieces, and the best of those letter by letter.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from bureau.matching import letters

Numbers = NDArray[np.int32]
SIZE = 3
BUDGET = 0.25  # how many entries of the lists are followed, as a part of the names there are
LEAST_BUDGET = 100_000
SHARING = 1_000  # how many names are compared by all their pieces
WANTED = 40  # how many are compared letter by letter
BY_LETTERS = 0.2  # what the letters weigh beside the pieces


@dataclass(frozen=True, slots=True)
class Near:
    """A name that was found: its place in the list, and how like it is (0 to 1)."""

    place: int
    name: str
    likeness: float


@dataclass(frozen=True, slots=True)
class _Lists:
    """For each key, by number, what belongs to it, one list after another."""

    starts: NDArray[np.int64]
    held: Numbers

    def of(self, key: int) -> Numbers:
        """What belongs to one key, each once."""
        return self.held[self.starts[key] : self.starts[key + 1]]

    def counts(self) -> NDArray[np.int64]:
        """How much belongs to each key."""
        return np.diff(self.starts)


class NameIndex:
    """Names that can be searched; `nearest` finds those most like a given one."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = names
        self._plain, by_name = _read(names)
        self._pieces, self._of_name, self._of_piece = _cut(*by_name)
        self._sizes = self._of_name.counts()
        self._frequent = self._of_piece.counts()
        self._shares = np.zeros(len(names), np.uint8)
        self._asked = np.zeros(len(self._pieces), np.bool_)

    def __len__(self) -> int:
        return len(self.names)

    def nearest(self, name: str, count: int = 10) -> list[Near]:
        """The `count` names most like `name`, the most alike first."""
        words = letters.words(name)
        asked = {piece for word in words for piece in pieces(word)}
        known = sorted(
            (self._pieces[piece] for piece in asked if piece in self._pieces),
            key=self._frequent.__getitem__,
        )
        if not known:
            return []
        found = self._sharing(known)
        alike = self._alike(found, known, len(asked))
        if len(found) > WANTED:
            best = np.argpartition(-alike, WANTED)[:WANTED]
            found, alike = found[best], alike[best]
        return self._ranked(" ".join(words), found, alike, count)

    def _sharing(self, known: Sequence[int]) -> Numbers:
        """The names that share most of the pieces that are followed, the rarest first."""
        entries = np.cumsum(self._frequent[known])
        budget = max(LEAST_BUDGET, BUDGET * len(self))
        followed = max(1, int(np.searchsorted(entries, budget, side="right")))
        for key in known[:followed]:
            self._shares[self._of_piece.of(key)] += 1
        least = followed
        found = np.flatnonzero(self._shares >= least)
        while least > 1 and len(found) < SHARING:
            least //= 2
            found = np.flatnonzero(self._shares >= least)
        shares = self._shares[found]
        enough = np.cumsum(np.bincount(shares, minlength=1)[::-1])
        level = len(enough) - 1 - int(np.searchsorted(enough, min(SHARING, len(found))))
        self._shares.fill(0)
        return found[shares >= level].astype(np.int32)

    def _alike(self, found: Numbers, known: Sequence[int], asked: int) -> NDArray[np.float64]:
        """The part of all pieces of both that both have."""
        self._asked[known] = True
        starts, sizes = self._of_name.starts[found], self._sizes[found]
        ends = np.cumsum(sizes)
        at = np.arange(ends[-1]) + np.repeat(starts - (ends - sizes), sizes)
        shared = np.add.reduceat(self._asked[self._of_name.held[at]], ends - sizes, dtype=np.int64)
        self._asked[known] = False
        return shared / (sizes + asked - shared)

    def _ranked(
        self, plain: str, found: Numbers, alike: NDArray[np.float64], count: int
    ) -> list[Near]:
        written = [self._plain[place] for place in found]
        spelt = process.cdist([plain], written, scorer=fuzz.token_sort_ratio)[0] / 100
        score = (alike + BY_LETTERS * spelt) / (1 + BY_LETTERS)
        order = np.argsort(-score, kind="stable")[:count]
        return [Near(int(found[i]), self.names[found[i]], float(score[i])) for i in order]


def pieces(word: str) -> set[str]:
    """The runs of three letters in `word`, with its beginning and end marked."""
    padded = f"  {word} "
    return {padded[i : i + SIZE] for i in range(len(padded) - SIZE + 1)}


def _read(names: Iterable[str]) -> tuple[list[str], tuple[list[str], Numbers, Numbers]]:
    """The names in plain letters, their words, and which word stands in which name."""
    plain: list[str] = []
    known: dict[str, int] = {}
    keys: list[int] = []
    sizes: list[int] = []
    for name in names:
        words = letters.words(name)
        plain.append(" ".join(words))
        keys += [known.setdefault(word, len(known)) for word in words]
        sizes.append(len(words))
    return plain, (list(known), np.array(keys, np.int32), np.array(sizes, np.int32))


def _cut(
    words: Sequence[str], keys: Numbers, sizes: Numbers
) -> tuple[dict[str, int], _Lists, _Lists]:
    """The pieces by number, the pieces of each name, and the names of each piece."""
    known: dict[str, int] = {}
    cut = [[known.setdefault(piece, len(known)) for piece in pieces(word)] for word in words]
    lengths = np.array([len(each) for each in cut], np.int64)
    held = np.array([piece for each in cut for piece in each], np.int32)
    starts = np.cumsum(lengths) - lengths
    names = np.repeat(np.arange(len(sizes), dtype=np.int64), sizes)
    many = lengths[keys]
    at = np.arange(many.sum()) + np.repeat(starts[keys] - (np.cumsum(many) - many), many)
    both = np.unique(np.repeat(names, many) * len(known) + held[at])
    names, numbers = np.divmod(both, max(1, len(known)))
    return known, _lists(names, numbers, len(sizes)), _lists(numbers, names, len(known))


def _lists(keys: NDArray[np.int64], held: NDArray[np.int64], count: int) -> _Lists:
    order = np.argsort(keys, kind="stable")
    starts = np.zeros(count + 1, np.int64)
    np.cumsum(np.bincount(keys, minlength=count), out=starts[1:])
    return _Lists(starts, held[order].astype(np.int32))
