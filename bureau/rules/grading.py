"""Two-axis grading of information, and the certainty with which a tie may then be drawn."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from bureau.rules.tables import Row, Table, Texts, table
from bureau.rules.vocabulary import Certainty, Credibility, Reliability


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade(Row):
    """One step of the Admiralty scale: a letter for the source, a figure for the content."""

    name: Texts
    meaning: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class CertaintyRule(Row):
    """Which combinations of the two axes give one degree of certainty."""

    certainty: Certainty
    reliabilities: tuple[Reliability, ...]
    credibilities: tuple[Credibility, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CertaintyWord(Row):
    """How a degree of certainty is called and drawn."""

    name: Texts
    meaning: Texts


@dataclass(frozen=True, slots=True)
class Provenance:
    """Who a source comes from, and what tells its bytes apart from those of another."""

    origin: str
    content: str


def grades() -> Table[Grade]:
    """The twelve steps of the two axes."""
    return table("grades", Grade)


def certainty(reliability: Reliability, credibility: Credibility, on: date) -> Certainty:
    """How firmly a tie with this grade may be drawn; UNKNOWN where no rule says more."""
    for rule in table("certainty_rules", CertaintyRule).on(on):
        if reliability in rule.reliabilities and credibility in rule.credibilities:
            return rule.certainty
    return Certainty.UNKNOWN


def credibility(sources: Iterable[Provenance]) -> Credibility:
    """PROBABLE when two sources of a different origin say so, POSSIBLE otherwise.

    Two papers of one person are one voice, and so is one paper that came along two ways.
    """
    apart = (_independent(one, other) for one, other in combinations(sources, 2))
    return Credibility.PROBABLE if any(apart) else Credibility.POSSIBLE


def _independent(one: Provenance, other: Provenance) -> bool:
    origins = {" ".join(each.origin.split()).casefold() for each in (one, other)}
    return len(origins) == 2 and one.content != other.content  # noqa: PLR2004 - a pair


def certainties() -> Table[CertaintyWord]:
    """The degrees of certainty, with what each means."""
    return table("certainties", CertaintyWord)
