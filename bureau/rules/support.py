"""The states of a support file, in which the victim decides and consent can always end."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from bureau.errors import Invalid, NotAllowed
from bureau.rules.calendar import DAY
from bureau.rules.deadlines import Limit, Unit
from bureau.rules.schema import listed
from bureau.rules.support_parts import purposes, ringing, support_parts
from bureau.rules.tables import NO_TEXTS, Row, Table, Texts, table
from bureau.rules.terms import months_later

FIRST = "signal"
LAST = "closed"
REFLECTION, IN_DUBLIN = "REFLECTION", "REFLECTION-DUBLIN"


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportState(Row):
    """Where a support file stands: who acts, what must hold, how long, and what can follow."""

    name: Texts
    actor: Texts
    gate: Texts
    next: tuple[str, ...]
    term: Texts = NO_TEXTS
    needs: tuple[str, ...] = ()
    consent: str = ""


def support_states() -> Table[SupportState]:
    """The states of a support file, from signal to closed."""
    return table("support_states", SupportState)


def advance_support(state: str, target: str, on: date) -> SupportState:
    """The state the file moves to; raises NotAllowed where the table knows no such way."""
    row = support_states().row(state, on)
    if target not in row.next:
        raise NotAllowed(
            "A support file cannot go from {state} to {target}.",
            where={"state": state, "step": target, "basis": row.basis},
            hint="Possible from here: {names}.",
            names=listed(support_states().row(code, on).name for code in row.next),
            state=row.name,
            target=target,
        )
    return support_states().row(target, on)


def insist_recorded(state: SupportState, target: str, recorded: Collection[str]) -> None:
    """Stop a step out of `state` before what it needs is recorded; closing is always possible."""
    missing = [code for code in state.needs if code not in recorded]
    if missing and target != LAST:
        part = support_parts().row(missing[0], state.valid_from)
        raise NotAllowed(
            "Before the next step this is recorded: {part}.",
            where={"state": state.code, "guard": missing[0], "basis": part.basis},
            hint="{help}",
            part=part.name,
            help=part.help,
        )


def insist_safe(target: str, recorded: Mapping[str, Mapping[str, str]], on: date) -> None:
    """Stop a step while somebody is in danger and nobody was called; closing is always possible."""
    alarms = [row for row in ringing(recorded, on) if row.stops]
    if alarms and target != LAST:
        raise NotAllowed(
            "First this: {alarm}",
            where={"guard": alarms[0].code, "basis": alarms[0].basis},
            hint="{now}",
            alarm=alarms[0].name,
            now=alarms[0].now,
        )


def insist_agreed(target: SupportState, agreed: Collection[str]) -> None:
    """Stop a step into a state that rests on consent which does not stand."""
    if target.consent and target.consent not in agreed:
        aim = purposes().row(target.consent, target.valid_from)
        raise NotAllowed(
            "For {state} the person has to agree first: {purpose}.",
            where={"state": target.code, "guard": "consent", "basis": aim.basis},
            hint="{without}",
            state=target.name,
            purpose=aim.name,
            without=aim.without,
        )


def support_terms() -> Table[Limit]:
    """How long the terms of a support file last at most."""
    return table("support_terms", Limit)


@dataclass(frozen=True, slots=True)
class SupportClock:
    """A term of a support file: which, its last day, and how many days are left."""

    code: str
    last: date
    left: int


def clocks(
    today: date, reflection_until: date | None, permit: Mapping[str, str]
) -> tuple[SupportClock, ...]:
    """The terms that run: of the reflection period and of the permit, the nearest first."""
    days = {"reflection": reflection_until} | {
        name: date.fromisoformat(permit[key])
        for name, key in (("permit_review", "review"), ("permit", "until"))
        if permit.get(key)
    }
    found = [SupportClock(name, day, (day - today).days) for name, day in days.items() if day]
    return tuple(sorted(found, key=lambda clock: (clock.last, clock.code)))


def first_reflection() -> date:
    """The first day of which the rows say how long a reflection period lasts."""
    return min(row.valid_from for row in support_terms() if row.code == REFLECTION)


def reflection(start: date, *, dublin: bool = False) -> tuple[Limit, date]:
    """The row for a reflection period (bedenktijd) from `start`, and the last day it allows.

    Raises NotFound for a start before the rows; three months, or thirty days in a Dublin case
    (Vreemdelingencirculaire B8/3.1).
    """
    row = support_terms().row(IN_DUBLIN if dublin else REFLECTION, start)
    months = row.unit is Unit.MONTHS
    return row, months_later(start, row.value) if months else start + DAY * row.value


def check_reflection(start: date, until: date, *, dublin: bool = False) -> None:
    """Raise Invalid for a reflection period that ends before it begins, or lasts too long."""
    row, last = reflection(start, dublin=dublin)
    if start <= until <= last:
        return
    raise Invalid(
        "The reflection period (bedenktijd) cannot end on {until}.",
        where={"field": "reflection_until", "basis": row.basis},
        hint="Begun on {start} it ends on {last} at the latest ({basis}), never before it began.",
        until=until.isoformat(),
        start=start.isoformat(),
        last=last.isoformat(),
        basis=row.basis,
    )
