"""The roles people have around a decision, and who of them the register may name."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from bureau.rules.tables import NO_TEXTS, Row, Table, Texts, table
from bureau.rules.vocabulary import CaseKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRole(Row):
    """A role around a decision; `circle` marks the closed circle of art. 3 lid 4.

    `together` is what the part is called in a joint case; empty where it belongs to a screening.
    """

    name: Texts
    meaning: Texts
    circle: bool
    reportable: bool
    together: Texts = NO_TEXTS


def roles() -> Table[PartyRole]:
    """The roles, R01 to R17."""
    return table("roles", PartyRole)


def names(kind: CaseKind) -> dict[str, Texts]:
    """The roles that somebody may be given in a case of this kind, by code, with their names.

    The words and articles of the Wet Bibob stay out of a joint case, in which that act has no say.
    """
    if kind is CaseKind.SCREENING:
        return {row.code: row.name for row in roles()}
    return {row.code: row.together for row in roles() if row.together != NO_TEXTS}


def name_of(code: str, kind: CaseKind) -> Texts:
    """What a role is called in a case of this kind, also one that is no longer given there."""
    known = {row.code: row.name for row in roles()} | names(kind)
    return known.get(code, Texts(code, code))


def in_circle(codes: Collection[str], on: date) -> bool:
    """Whether one of these roles puts a person in the closed circle of art. 3 lid 4."""
    return any(roles().row(code, on).circle for code in codes)


def reportable(codes: Collection[str], on: date) -> bool:
    """Whether the Bibob register may hold an entry on a person with these roles."""
    return any(roles().row(code, on).reportable for code in codes)
