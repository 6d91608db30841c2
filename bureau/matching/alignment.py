"""Which word of one name stands for which word of another, and how well."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from bureau.matching.letters import skeleton, sound
from bureau.matching.names import Name, Word, nicknames

LEAST = 0.55  # below this two words are other words
SOUNDS, INITIAL, NICKNAME, BARE, BROKEN = 0.95, 0.8, 0.7, 0.9, 0.98
_NUMBERS_DIFFER = 0.0
_MOST_JOINED = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """Words of the left and of the right that stand for each other; `how` says on what ground."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    likeness: float
    how: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs, and the words that found none."""

    pairs: tuple[Pair, ...]
    left_over: tuple[int, ...]
    right_over: tuple[int, ...]


def aligned(left: Name, right: Name) -> Alignment:
    """The words of two names beside each other: best likeness first, each word once."""
    bare = left.bare or right.bare
    wanted = sorted(
        (*_single(left.words, right.words, bare), *_joined(left.words, right.words)),
        key=lambda pair: (-pair.likeness * _mass(pair, left, right), pair.left, pair.right),
    )
    used_left: set[int] = set()
    used_right: set[int] = set()
    kept: list[Pair] = []
    for pair in wanted:
        if used_left.isdisjoint(pair.left) and used_right.isdisjoint(pair.right):
            kept.append(pair)
            used_left |= set(pair.left)
            used_right |= set(pair.right)
    return Alignment(
        tuple(sorted(kept, key=lambda pair: pair.left)),
        tuple(i for i in range(len(left.words)) if i not in used_left),
        tuple(i for i in range(len(right.words)) if i not in used_right),
    )


@lru_cache(maxsize=1 << 16)
def likeness(one: str, other: str, *, bare: bool = False) -> tuple[float, str]:
    """How like two words are, from 0 to 1, and on what ground."""
    if one == other:
        return 1.0, "equal"
    if one.isdigit() or other.isdigit():
        return _NUMBERS_DIFFER, ""
    if len(one) == 1 or len(other) == 1:
        return (INITIAL, "initial") if one[0] == other[0] else (0.0, "")
    best = _spelt(one, other)
    if nicknames(one) & nicknames(other) and best[0] < NICKNAME:
        best = (NICKNAME, "nickname")
    if bare:
        best = max(best, _by_consonants(one, other))
    return best


def _spelt(one: str, other: str) -> tuple[float, str]:
    heard, there = sound(one), sound(other)
    if heard == there:
        return SOUNDS, "sound"
    distance = OSA.distance(one, other)
    longest = max(len(one), len(other))
    by_letters = 1 - distance / longest if distance <= max(1, longest // 3) else 0.0
    apart = OSA.distance(heard, there)
    long = max(len(heard), len(there))
    by_sound = SOUNDS * (1 - apart / long) if apart <= max(1, long // 4) else 0.0
    return max((by_letters, "letters"), (by_sound, "sound"))


def _by_consonants(one: str, other: str) -> tuple[float, str]:
    first, second = skeleton(one).lstrip("aeiouv"), skeleton(other).lstrip("aeiouv")
    if not first or not second:
        return 0.0, ""
    distance = OSA.distance(first, second)
    longest = max(len(first), len(second))
    if distance > longest // 3:
        return 0.0, ""
    return BARE * (1 - distance / longest), "consonants"


def _single(left: Sequence[Word], right: Sequence[Word], bare: bool) -> list[Pair]:
    found = []
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            value, how = likeness(one.text, other.text, bare=bare)
            if value >= LEAST:
                found.append(Pair((i,), (j,), value, how))
    return found


def _joined(left: Sequence[Word], right: Sequence[Word]) -> list[Pair]:
    """Words that one side writes as one and the other as two or three."""
    found = [
        Pair(run, (j,), BROKEN * value, "joined")
        for run, text in _runs(left)
        for j, other in enumerate(right)
        if len(other.text) > _MOST_JOINED and (value := _whole(text, other.text))
    ]
    found += [
        Pair((i,), run, BROKEN * value, "joined")
        for run, text in _runs(right)
        for i, one in enumerate(left)
        if len(one.text) > _MOST_JOINED and (value := _whole(one.text, text))
    ]
    return found


def _whole(one: str, other: str) -> float:
    if one == other:
        return 1.0
    return SOUNDS if sound(one) == sound(other) else 0.0


def _runs(words: Sequence[Word]) -> list[tuple[tuple[int, ...], str]]:
    texts = [word.text for word in words]
    twos = [((i, i + 1), a + b) for i, (a, b) in enumerate(pairwise(texts))]
    threes = [
        ((i, i + 1, i + 2), "".join(texts[i : i + _MOST_JOINED]))
        for i in range(len(texts) - _MOST_JOINED + 1)
    ]
    return [*twos, *threes]


def _mass(pair: Pair, left: Name, right: Name) -> float:
    return sum(left.words[i].weight for i in pair.left) + sum(
        right.words[j].weight for j in pair.right
    )
