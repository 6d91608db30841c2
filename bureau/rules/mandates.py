"""In whose name somebody may decide: of own right, or by a mandate that covers the decision."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from bureau.rules.tables import Row, Table, Texts, table
from bureau.rules.vocabulary import DecisionKind, Role

BASIS = "Awb 10:3; Gemeentewet 160, 171"
_WORD = re.compile(r"[\w&]+")


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
    """The organs that a text on who is competent names; none where it names none.

    Names of several words go first and are taken out: the college of mayor and aldermen
    (burgemeester en wethouders) is not the mayor.
    """
    text = f" {' '.join(_WORD.findall(authority.casefold()))} "
    rows = organs().on(on)
    phrases = {word for row in rows for word in row.words if " " in word}
    held = {phrase for phrase in phrases if f" {phrase} " in text}
    for phrase in held:
        text = text.replace(f" {phrase} ", " ")
    parts = text.split()
    return tuple(row.code for row in rows if held & set(row.words) or any(_ends(parts, row.words)))


def _ends(parts: Iterable[str], words: tuple[str, ...]) -> Iterable[bool]:
    """Whether each part is one of `words` or ends in it: raad in gemeenteraad."""
    return (part.endswith(words) for part in parts)


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
