"""What is watched in how people look: rows with their numbers and innocent explanations."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bureau.rules.tables import Row, Table, Texts, table


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanations:
    """What may innocently explain an alert, in both languages, in the same order."""

    nl: tuple[str, ...]
    en: tuple[str, ...]

    def in_(self, language: str) -> tuple[str, ...]:
        """The explanations in one language."""
        return self.nl if language == "nl" else self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number of a rule, by the name under which the rule asks for it."""

    name: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InsiderRule(Row):
    """One thing that is watched, from which numbers on, and what may explain it innocently."""

    name: Texts
    watches: Texts
    numbers: tuple[Figure, ...]
    innocent: Explanations


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertVerdict(Row):
    """What a reviewer may answer to an alert, and what follows outside the program."""

    name: Texts
    then: Texts


def alert_verdicts() -> Table[AlertVerdict]:
    """What a reviewer may answer."""
    return table("alert_verdicts", AlertVerdict)


def insider_rules() -> Table[InsiderRule]:
    """R01 to R13."""
    return table("insider_rules", InsiderRule)


def numbers_on(day: date) -> dict[str, Mapping[str, int]]:
    """The numbers of each rule in force on a day."""
    return {
        row.code: {figure.name: figure.number for figure in row.numbers}
        for row in insider_rules().on(day)
    }
