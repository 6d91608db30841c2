"""Two-axis grading of information, and the certainty with which a tie may then be drawn."""

from dataclasses import dataclass
from datetime import date

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


def grades() -> Table[Grade]:
    """The twelve steps of the two axes."""
    return table("grades", Grade)


def certainty(reliability: Reliability, credibility: Credibility, on: date) -> Certainty:
    """How firmly a tie with this grade may be drawn; UNKNOWN where no rule says more."""
    for rule in table("certainty_rules", CertaintyRule).on(on):
        if reliability in rule.reliabilities and credibility in rule.credibilities:
            return rule.certainty
    return Certainty.UNKNOWN


def grade_name(step: Reliability | Credibility, on: date) -> Texts:
    """What a letter or figure of the scale is called."""
    return grades().row(step.value, on).name


def certainty_name(degree: Certainty, on: date) -> Texts:
    """What a degree of certainty is called."""
    return table("certainties", CertaintyWord).row(degree.value, on).name
