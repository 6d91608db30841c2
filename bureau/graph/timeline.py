"""What happened to whom and when, in lanes; a date known in part keeps its place."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened to a party; `on` is a partial date, "" where unknown."""

    party: str
    on: str
    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """All moments of one party, in order."""

    party: str
    moments: tuple[Moment, ...]


def lanes(moments: Iterable[Moment]) -> tuple[Lane, ...]:
    """One lane a party, earliest lane first; in a lane a year comes before its months.

    What has no date stands last, since nothing is known about its place.
    """
    by_party: dict[str, list[Moment]] = {}
    for moment in moments:
        by_party.setdefault(moment.party, []).append(moment)
    rows = (Lane(party, tuple(sorted(items, key=_place))) for party, items in by_party.items())
    return tuple(sorted(rows, key=lambda lane: (_place(lane.moments[0])[:2], lane.party)))


def _place(moment: Moment) -> tuple[bool, str, str, str]:
    return not moment.on, moment.on, moment.text, moment.source
