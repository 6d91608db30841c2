"""The letters of a screening: their kinds, their fields, and what they may not tell."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bureau.rules.schema import NO_TEXTS
from bureau.rules.tables import Row, Table, Texts, table

DECISION = "decision_"


class Channel(StrEnum):
    """How a letter went out."""

    POST = "post"
    PORTAL = "portal"
    EMAIL = "email"
    HANDED = "handed"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterKind(Row):
    """A letter: the state it belongs to, what it must and may hold, and its usual text.

    `measure` is how a decision is called before it is taken; `outcome` the decision that a letter
    tells where its code does not say so, `ordinary` that it rests on an ordinary ground.
    """

    name: Texts
    step: str
    needed: tuple[str, ...]
    optional: tuple[str, ...]
    must_tell: Texts
    subject: Texts
    body: Texts
    measure: Texts = NO_TEXTS
    outcome: str = ""
    ordinary: bool = False

    @property
    def decides(self) -> str:
        """The outcome of the decision that this letter tells."""
        return self.outcome or self.code.removeprefix(DECISION)

    @property
    def fields(self) -> tuple[str, ...]:
        """Everything that may stand between braces in this letter."""
        return (*self.needed, *self.optional)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterField(Row):
    """What can stand between braces, with an example; `asked` is filled in by whoever writes."""

    name: Texts
    example: Texts
    block: bool = False
    listed: bool = False
    asked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterLimit(Row):
    """A rule that keeps something out of a letter: by kind of source or by register."""

    name: Texts
    kinds: tuple[str, ...] = ()
    registers: tuple[str, ...] = ()


def kinds() -> Table[LetterKind]:
    """The letters, in the order of the road."""
    return table("letters", LetterKind)


def kind(code: str, on: date) -> LetterKind:
    """The letter `code` as it was on a day; raises NotFound for another word."""
    return kinds().row(code, on)


def of_decision(outcome: str, on: date, *, ordinary: bool) -> LetterKind:
    """The letter of an outcome: that of an ordinary ground where there is one and it decides."""
    found = kinds().find(f"{DECISION}{outcome}_ordinary", on) if ordinary else None
    return found or kind(DECISION + outcome, on)


def limits() -> Table[LetterLimit]:
    """What may not be told in a letter."""
    return table("letter_limits", LetterLimit)


def fields(codes: tuple[str, ...], on: date) -> tuple[LetterField, ...]:
    """The rows of these fields, in this order."""
    return tuple(table("letter_fields", LetterField).row(code, on) for code in codes)


def examples(codes: tuple[str, ...], on: date, language: str) -> dict[str, tuple[str, ...]]:
    """An example for each field, to show what a text will look like."""
    return {row.code: tuple(row.example.in_(language).split("\n")) for row in fields(codes, on)}
