"""Which copy a page came from: the words it holds against what each copy would have made of them.

The step in which a word stands agrees with a foreign copy once in four times, whatever is written.
So how likely chance alone gives this agreement, among all copies that were looked at, can be
reckoned; a copy is named only where that is less than one in a million.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from reports.marks import LEVELS, level
from reports.spacing import Spacing

CHANCE = -6.0  # the power of ten above which chance is not ruled out
ALONE = 0.9  # of the words agree where one copy alone lies behind a page


class Outcome(StrEnum):
    """What can be said about a page."""

    NAMED = "named"
    SEVERAL = "several"
    UNCLEAR = "unclear"
    UNMARKED = "unmarked"


@dataclass(frozen=True, slots=True)
class Match:
    """One copy: how many of the words agree with it, and the power of ten of mere chance."""

    copy_id: UUID
    agree: int
    of: int
    chance: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found, and how much there was to find it in."""

    outcome: Outcome
    matches: tuple[Match, ...]
    words: int
    measured: int
    copies: int


def judge(found: Spacing, *secrets: Mapping[UUID, bytes]) -> Verdict:
    """The copy, or the copies, that the words of a page point to; none where chance could too.

    `secrets` are those of the copies, one mapping for each generation of the key: chance has as
    many tries as there are secrets.
    """
    words = tuple(found.words.items())
    counted: dict[UUID, int] = {}
    for copy_id, secret in (pair for each in secrets for pair in each.items()):
        counted[copy_id] = max(_agree(words, secret), counted.get(copy_id, 0))
    tries = sum(map(len, secrets))
    likely = [
        Match(copy_id, agree, len(words), chance(agree, len(words), tries))
        for copy_id, agree in counted.items()
        if agree * len(LEVELS) > len(words)
    ]
    sure = sorted((each for each in likely if each.chance <= CHANCE), key=lambda each: each.chance)
    return Verdict(_outcome(found, sure), tuple(sure), len(words), found.measured, len(counted))


def chance(agree: int, of: int, copies: int) -> float:
    """The power of ten of the chance that any of `copies` agrees so well without having been it."""
    others = len(LEVELS) - 1
    ways = sum(math.comb(of, each) * others ** (of - each) for each in range(agree, of + 1))
    among = math.log10(ways) + math.log10(max(copies, 1))
    return min(0.0, among - of * math.log10(len(LEVELS)))


def _outcome(found: Spacing, sure: list[Match]) -> Outcome:
    if len(sure) == 1 and sure[0].agree >= ALONE * sure[0].of:
        return Outcome.NAMED
    if sure:
        return Outcome.SEVERAL
    # Kerning puts a word of any document in a step now and then: a few say nothing.
    return Outcome.UNCLEAR if len(found.words) * 2 > found.measured > 0 else Outcome.UNMARKED


def _agree(words: Iterable[tuple[str, int]], secret: bytes) -> int:
    return sum(level(word, secret) == step for word, step in words)
