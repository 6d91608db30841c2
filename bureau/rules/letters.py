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

    `measure` is how a decision is called before it is taken.
    """

    name: Texts
    step: str
    needed: tuple[str, ...]
    optional: tuple[str, ...]
    must_tell: Texts
    subject: Texts
    body: Texts
    measure: Texts = NO_TEXTS

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


def limits() -> Table[LetterLimit]:
    """What may not be told in a letter."""
    return table("letter_limits", LetterLimit)


def fields(codes: tuple[str, ...], on: date) -> tuple[LetterField, ...]:
    """The rows of these fields, in this order."""
    return tuple(table("letter_fields", LetterField).row(code, on) for code in codes)


def examples(codes: tuple[str, ...], on: date, language: str) -> dict[str, tuple[str, ...]]:
    """An example for each field, to show what a text will look like."""
    return {row.code: tuple(row.example.in_(language).split("\n")) for row in fields(codes, on)}
