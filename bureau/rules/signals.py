"""The life of a signal to the partnership: its states, forms and statutory tests as rows."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bureau.errors import NotAllowed
from bureau.rules.schema import listed
from bureau.rules.tables import Row, Table, Texts, table

MUST, WEIGHED = "must", "weighed"
YES, NO = "yes", "no"
UNASKED, DISINTERESTED, INTERESTED = "not_asked", "no_interest", "has_interest"
ANSWERS = {MUST: (YES, NO), WEIGHED: ("for", "against", "not_known")}


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalState(Row):
    """Where a signal stands, who acts, what must be recorded in it, and where it can go.

    `days` is the target of the partnership, in days since the signal was submitted; 0 is none.
    """

    name: Texts
    who: Texts
    needs: Texts
    required: tuple[str, ...]
    next: tuple[str, ...]
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalRequirement(Row):
    """Something that must be recorded about a signal."""

    name: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalForm(Row):
    """A form of organised crime that a signal may be about (BGS 2.16(1)(b))."""

    name: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalTest(Row):
    """A statutory test; `kind` is must (yes or no) or weighed (for, against, not known)."""

    kind: str
    name: Texts
    question: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalReason(Row):
    """Why a signal is rejected, returned or referred."""

    outcome: str
    name: Texts


def signal_states() -> Table[SignalState]:
    """The states of a signal, from draft to accepted or destroyed."""
    return table("signal_states", SignalState)


def signal_requirements() -> Table[SignalRequirement]:
    """What a signal may have to record."""
    return table("signal_requirements", SignalRequirement)


def signal_forms() -> Table[SignalForm]:
    """The six forms of organised crime."""
    return table("signal_forms", SignalForm)


def signal_tests() -> Table[SignalTest]:
    """The statutory tests of a signal."""
    return table("signal_tests", SignalTest)


def signal_reasons() -> Table[SignalReason]:
    """The reasons for which a signal is not accepted."""
    return table("signal_reasons", SignalReason)


def lacking(state: str, recorded: Collection[str], on: date) -> tuple[SignalRequirement, ...]:
    """What must still be recorded before a signal may leave `state`."""
    wanted = signal_states().row(state, on).required
    return tuple(signal_requirements().row(code, on) for code in wanted if code not in recorded)


def target(submitted_on: date, on: date) -> date:
    """The day by which the partnership means to answer a signal (partnership A.4)."""
    return submitted_on + timedelta(days=signal_states().row("submitted", on).days)


def advance_signal(state: str, target: str, recorded: Collection[str], on: date) -> SignalState:
    """The state the signal moves to; raises NotAllowed naming what is missing."""
    row = signal_states().row(state, on)
    if target not in row.next:
        raise NotAllowed(
            "A signal cannot go from {state} to {target}.",
            where={"state": state, "step": target, "basis": row.basis},
            hint="Possible from here: {names}.",
            state=row.name,
            target=signal_states().row(target, on).name,
            names=listed(signal_states().row(code, on).name for code in row.next),
        )
    if gaps := lacking(state, recorded, on):
        raise NotAllowed(
            "The signal cannot move on; not recorded yet: {missing}.",
            where={"state": state, "guard": gaps[0].code, "basis": gaps[0].basis},
            hint="{needs}",
            needs=row.needs,
            missing=listed(gap.name for gap in gaps),
        )
    return signal_states().row(target, on)


def insist_acceptable(answers: Mapping[str, str], on: date) -> None:
    """Stop unless every test of BGS 2.16(1) was answered with yes; raises NotAllowed."""
    failed = [row for row in signal_tests().on(on) if row.kind == MUST]
    failed = [row for row in failed if answers.get(row.code) != YES]
    if failed:
        raise NotAllowed(
            "The signal cannot be accepted: not met are {tests}.",
            where={"guard": "tests", "basis": failed[0].basis},
            hint="Reject, return or refer it with a reason; what is rejected is destroyed.",
            tests=listed(row.name for row in failed),
        )
