"""Which decisions can be screened: a lookup, because the law keeps adding and moving them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bureau.rules.tables import Row, Table, Texts, table
from bureau.rules.vocabulary import DecisionKind


class LegalForm(StrEnum):
    """What the decision is in law."""

    BESCHIKKING = "beschikking"
    BESLUIT = "besluit"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope(Row):
    """A decision to which the Wet Bibob applies; `basis` is its legal hook, `term` its term."""

    name: Texts
    decision: DecisionKind
    form: LegalForm
    authority: Texts
    term: str = "DL01"


def scopes() -> Table[Scope]:
    """The decisions, SC01 to SC26."""
    return table("scope", Scope)


def scope(code: str, on: date) -> Scope:
    """The decision `code` as it was in scope on a day; raises NotFound otherwise."""
    return scopes().row(code, on)
