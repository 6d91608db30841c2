"""The balance of an account after each payment: as the bank gave it, reckoned on, or not known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Standing(StrEnum):
    """Where a balance comes from."""

    BANK = "bank"
    RECKONED = "reckoned"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement of the bank: its days and its balances, in minor units where they are given."""

    opens_on: date | None
    closes_on: date | None
    opening: int | None
    closing: int | None


@dataclass(frozen=True, slots=True)
class Balance:
    """The balance after one payment; `gap` is how far the bank's own balance is from ours."""

    minor: int | None
    standing: Standing
    gap: int = 0


def balances(moves: Sequence[tuple[date, int]], stated: Iterable[Stated]) -> list[Balance]:
    """The balance after each move, given in order of day, money in as more than nought.

    Inside a statement it stands on the bank's opening balance, after it on what is reckoned on;
    before the first balance that is known nothing is said.
    """
    waiting = _announced(stated)
    minor: int | None = None
    standing, found = Standing.UNKNOWN, []
    for day, change in moves:
        gap = 0
        while waiting and waiting[-1][0] <= (day, 0):
            _, said, becomes = waiting.pop()
            if said is not None:
                gap += said - minor if minor is not None else 0
                minor = said
            standing = becomes if minor is not None else Standing.UNKNOWN
        minor = minor + change if minor is not None else None
        found.append(Balance(minor, standing, gap))
    return found


def _announced(stated: Iterable[Stated]) -> list[tuple[tuple[date, int], int | None, Standing]]:
    """What the bank says and when it begins to count, the latest first.

    An opening counts before the moves of its day, a closing after those of its own.
    """
    told: list[tuple[tuple[date, int], int | None, Standing]] = []
    for each in stated:
        if each.opens_on:
            told.append(((each.opens_on, 0), each.opening, Standing.BANK))
        if each.closes_on:
            told.append(((each.closes_on, 1), each.closing, Standing.RECKONED))
    return sorted(told, key=lambda one: one[0], reverse=True)
