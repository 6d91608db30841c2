"""On what and for what owners of cases on the same person may be brought together, unnamed."""

from dataclasses import dataclass

from bureau.rules.tables import Row, Table, Texts, table
from bureau.rules.vocabulary import CaseKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactGround(Row):
    """A basis on which an owner asks, from which kinds of case, and which kinds take part."""

    name: Texts
    kinds: tuple[CaseKind, ...]
    reach: tuple[CaseKind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPurpose(Row):
    """Why contact is sought: all that whoever is told hears of the question."""

    name: Texts


def contact_grounds() -> Table[ContactGround]:
    """The bases on which owners of cases are asked."""
    return table("contact_grounds", ContactGround)


def contact_purposes() -> Table[ContactPurpose]:
    """The purposes of contact, in closed words."""
    return table("contact_purposes", ContactPurpose)
