"""The kinds of organisation in a partnership and what the law lets each give and receive."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bureau.errors import Invalid, NotAllowed
from bureau.rules.agenda import Phase
from bureau.rules.tables import Row, Table, Texts, table
from bureau.rules.vocabulary import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerKind(Row):
    """A kind of organisation; `first_phase` is when its person data may first be used.

    `supports` marks the bodies that help presumed victims: only they share a support file;
    `private` those outside government, to whom tax data never go (WGS 1.5(4), 1.7(6)).
    """

    name: Texts
    participant: bool
    supports: bool
    first_phase: int
    gateway: Texts
    may_receive: Texts
    limits: Texts
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerRoles(Row):
    """The roles that fit the accounts of one kind of organisation."""

    roles: tuple[str, ...]


def partner_roles() -> Table[PartnerRoles]:
    """The roles that fit each kind of organisation; a kind without a row has no accounts."""
    return table("partner_roles", PartnerRoles)


def partners() -> Table[PartnerKind]:
    """The kinds of organisation, by code."""
    return table("partners", PartnerKind)


def may_join_person_items(code: str, on: date) -> bool:
    """Whether this kind may sit at an agenda item about persons (WGS 2.19 is a closed list)."""
    return partners().row(code, on).participant


def may_give_in_phase(code: str, phase: int, on: date) -> bool:
    """Whether person data of this kind of organisation may be used in a phase (1, 2 or 3)."""
    row = partners().row(code, on)
    return row.participant and 0 < row.first_phase <= phase


def phases_open(code: str, on: date) -> tuple[Phase, ...]:
    """The phases whose items about persons may admit this kind; none for who is no participant."""
    if not may_join_person_items(code, on):
        return ()
    return tuple(phase for phase in Phase if may_give_in_phase(code, phase.number, on))


def insist_seat(code: str, phase: Phase, on: date, organisation: str) -> None:
    """Stop unless `organisation`, of this kind, may sit at an item about persons in `phase`.

    Raises NotAllowed naming organisation, phase and article (WGS 2.19, 2.22 and 2.23).
    """
    row = partners().row(code, on)
    if not may_join_person_items(code, on):
        raise NotAllowed(
            "{organisation} ({kind}) has no seat at an item about persons, in phase {phase} or"
            " any other: it is no participant ({basis}).",
            where={"field": "seats", "guard": "participant", "basis": "WGS 2.19"},
            hint="Leave this seat out, or put the item on the agenda without persons.",
            organisation=organisation,
            kind=row.name,
            phase=phase.number,
            basis="WGS 2.19",
        )
    if phase not in phases_open(code, on):
        raise NotAllowed(
            "{organisation} ({kind}) has no seat in phase {phase}: its data on persons may be"
            " used from phase {first} on ({basis}).",
            where={"field": "seats", "guard": "first_phase", "basis": row.basis},
            hint="Leave this seat out, or choose phase {first} for the item, once the case stands"
            " there.",
            organisation=organisation,
            kind=row.name,
            phase=phase.number,
            first=row.first_phase,
            basis=f"{row.basis}; WGS 2.22, 2.23",
        )


def insist_roles(code: str, roles: Iterable[Role], on: date) -> None:
    """Stop unless all `roles` fit an account in this kind of organisation; raises Invalid."""
    row = partner_roles().find(code, on)
    fitting = row.roles if row else ()
    if strange := sorted(set(roles) - set(fitting)):
        kind = partners().row(code, on).name
        raise Invalid(
            "The role {role} does not fit an account in this kind of organisation: {kind}.",
            where={"field": "roles", "basis": row.basis if row else "WGS 2.19"},
            hint="Roles that fit: {names}.",
            role=strange[0],
            kind=kind,
            names=", ".join(fitting) or "-",
        )


def gives_support(code: str, on: date) -> bool:
    """Whether this kind of organisation helps presumed victims; an unknown kind does not."""
    row = partners().find(code, on)
    return row is not None and row.supports
