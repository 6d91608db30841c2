"""Which roles no one person holds together, and which begin only after a second administrator."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from bureau.errors import Invalid
from bureau.rules.tables import NO_TEXTS, Row, Table, Texts, table
from bureau.rules.vocabulary import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty(Row):
    """A role by its code, with the roles kept `apart` from it and whether it is sensitive.

    Where `by` names roles, only their holders give and withdraw it: no administrator does.
    """

    apart: tuple[Role, ...]
    sensitive: bool
    by: tuple[Role, ...] = ()
    reason: Texts = NO_TEXTS


def duties() -> Table[Duty]:
    """The roles of an account, by code."""
    return table("duties", Duty)


def is_sensitive(role: Role, on: date) -> bool:
    """Whether this role begins only after a second administrator confirmed it."""
    return duties().row(role, on).sensitive


def givers(role: Role, on: date) -> tuple[Role, ...]:
    """The roles whose holders alone give this one; none where an administrator gives it."""
    return duties().row(role, on).by


def insist_apart(roles: Collection[Role], on: date) -> None:
    """Raises Invalid, with both roles, reason and basis, when one person may not hold them all."""
    for role in sorted(roles):
        duty = duties().row(role, on)
        for other in sorted(set(duty.apart) & set(roles)):
            raise Invalid(
                "One person cannot hold the roles {one} and {other}: {reason}.",
                where={"field": "roles", "basis": duty.basis},
                hint="Give one of the two roles to somebody else, with an account of their own.",
                one=role,
                other=other,
                reason=duty.reason,
            )
