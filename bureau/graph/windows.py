"""Sliding windows over moments, and the choice of one hit where many windows overlap."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

Metrics = dict[str, str | int | float]


@dataclass(frozen=True, slots=True)
class Window:
    """One content that a sliding window can have: items `first` up to, not including, `stop`.

    `end` is the latest moment that such a window can reach.
    """

    first: int
    stop: int
    end: int


def windows(times: Sequence[int], span: int) -> Iterator[Window]:
    """Every distinct content of a window of `span` seconds that slides over sorted `times`.

    A window is closed on both sides: items exactly `span` apart are in one window. At most
    two contents for each distinct moment.
    """
    first = stop = 0
    while first < len(times):
        enters = stop < len(times) and (first == stop or times[stop] - span <= times[first])
        if enters:
            stop = bisect_right(times, times[stop])
        else:
            first = bisect_right(times, times[first])
        if first < stop:
            after = times[stop] - 1 if stop < len(times) else times[first] + span
            yield Window(first, stop, min(times[first] + span, after))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A window that meets a definition, before overlapping ones are told apart.

    Of overlapping candidates with the same `key` only the one of greatest `strength` is kept.
    """

    key: tuple[str, ...]
    subjects: tuple[str, ...]
    evidence: tuple[str, ...]
    metrics: Metrics
    begin: int
    end: int
    strength: tuple[Fraction | int, ...]


def strongest(candidates: Iterable[Candidate]) -> list[Candidate]:
    """One candidate for each stretch of time and key, in order of time.

    An officer should see one hit, not the forty windows through which it can be seen.
    """
    by_key: dict[tuple[str, ...], list[Candidate]] = {}
    for candidate in candidates:
        by_key.setdefault(candidate.key, []).append(candidate)
    kept = [one for group in by_key.values() for one in _apart(group)]
    return sorted(kept, key=lambda one: (one.begin, one.end, one.evidence, one.subjects))


def _apart(group: list[Candidate]) -> list[Candidate]:
    kept: list[Candidate] = []
    order = sorted(
        group, key=lambda one: (*(-part for part in one.strength), one.begin, one.end, one.evidence)
    )
    for one in order:
        if all(one.end < other.begin or one.begin > other.end for other in kept):
            kept.append(one)
    return kept
