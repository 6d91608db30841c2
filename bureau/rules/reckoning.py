"""Numbers over many cases: how often, and the median of days; never of one person."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Days:
    """How many took how long: the median in days, and the longest."""

    count: int
    median: float
    longest: int


def days(found: Iterable[int]) -> Days | None:
    """The median of these numbers of days; None where there are none."""
    ordered = sorted(found)
    return Days(len(ordered), median(ordered), ordered[-1]) if ordered else None


def tally(found: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """How often each word occurs, in the order of the words."""
    return tuple(sorted(Counter(found).items()))
