"""Which roles ask a second factor once the house says from when: dated rows, each with why."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from bureau.rules.tables import Row, Table, Texts, table
from bureau.rules.vocabulary import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand(Row):
    """A role, by its code, whose holders show a second factor, and why."""

    reason: Texts


def demands() -> Table[Demand]:
    """The roles that ask a second factor."""
    return table("second_factor", Demand)


def is_demanded(roles: Collection[Role], since: date | None, on: date) -> bool:
    """Whether whoever holds these roles needs one; nobody does before the house says `since`."""
    if since is None or on < since:
        return False
    return any(demands().find(str(role), on) for role in roles)
