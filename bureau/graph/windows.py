"""Sliding windows over moments, and the choice of one where many overlap."""

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
class Sighting:
    """A stretch of time in which one subject meets a definition; `at` says where it stands."""

    begin: int
    end: int
    strength: tuple[Fraction | int, ...]
    at: tuple[int, ...]


def strongest(sightings: Iterable[Sighting]) -> list[Sighting]:
    """Of sightings of one subject that overlap in time, the one of greatest strength.

    An officer should see one hit, not the forty windows through which it can be seen.
    """
    kept: list[Sighting] = []
    for one in sorted(sightings, key=_first_choice):
        if all(one.end < other.begin or one.begin > other.end for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: (one.begin, one.end, one.at))


def _first_choice(one: Sighting) -> tuple[tuple[Fraction | int, ...], int, int, tuple[int, ...]]:
    return tuple(-part for part in one.strength), one.begin, one.end, one.at


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sighting written out: who, on what payments, with what numbers, and when."""

    subjects: tuple[str, ...]
    evidence: tuple[str, ...]
    metrics: Metrics
    begin: int
    end: int


def in_time(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Candidates in an order that depends on nothing but themselves."""
    return sorted(candidates, key=lambda one: (one.begin, one.end, one.evidence, one.subjects))
