"""In whose name somebody may decide: of own right, or by a mandate that covers the decision."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from bureau.rules.tables import Row, Table, Texts, table
from bureau.rules.vocabulary import DecisionKind, Role

BASIS = "Awb 10:3; Gemeentewet 160, 171"


@dataclass(frozen=True, slots=True, kw_only=True)
class Organ(Row):
    """An organ that decides; the roles in `own` are that organ themselves."""

    name: Texts
    words: tuple[str, ...]
    own: tuple[Role, ...]


class Given(Protocol):
    """A mandate as the register keeps it."""

    id: Any
    organ: Any
    user_id: Any
    role: Any
    kinds: Any
    scopes: Any
    from_on: Any
    until_on: Any


@dataclass(frozen=True, slots=True)
class Asked:
    """Who wants to decide what on which day, and which organs the law names for it."""

    organs: tuple[str, ...]
    kind: DecisionKind
    scope: str
    user_id: UUID
    roles: frozenset[Role]
    day: date


@dataclass(frozen=True, slots=True)
class Title:
    """In whose name one decides; without a mandate of own right."""

    organ: str
    mandate: Any = None


def organs() -> Table[Organ]:
    """The organs of the municipality."""
    return table("organs", Organ)


def organs_named(authority: str, on: date) -> tuple[str, ...]:
    """The organs that a text on who is competent names; every one where it names none."""
    words = authority.casefold()
    rows = organs().on(on)
    found = tuple(row.code for row in rows if any(_names(words, each) for each in row.words))
    return found or tuple(row.code for row in rows)


def _names(text: str, word: str) -> bool:
    """Whether `text` holds `word`, also as the end of a longer one: raad in gemeenteraad."""
    parts = text.replace(",", " ").replace("(", " ").replace(")", " ").split()
    return word in text if " " in word else any(part.endswith(word) for part in parts)


def title(asked: Asked, given: Iterable[Given]) -> Title | None:
    """By what right one may decide: own right first, then the mandates in force; None without."""
    for code in asked.organs:
        if asked.roles & set(organs().row(code, asked.day).own):
            return Title(code)
    fitting = (row for row in given if row.organ in asked.organs and _covers(row, asked))
    return next((Title(row.organ, row) for row in fitting), None)


def _covers(row: Given, asked: Asked) -> bool:
    held = row.user_id == asked.user_id or (row.user_id is None and row.role in asked.roles)
    about = (not row.kinds or asked.kind in row.kinds) and (
        not row.scopes or asked.scope in row.scopes
    )
    return held and about and in_force(row, asked.day)


def in_force(row: Given, day: date) -> bool:
    """Whether a mandate holds on a day."""
    return bool(row.from_on <= day and (row.until_on is None or day <= row.until_on))
