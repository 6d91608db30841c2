"""A signal as its page and its list show it to one reader."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select

from bureau.model import Signal, SignalAnswer, SignalCertificate, SignalStep, SignalTester
from bureau.operations import _signal_doubles, _signal_steps
from bureau.operations._signal_doubles import Double
from bureau.operations._signal_subjects import written
from bureau.policy import Permission
from bureau.rules import signals as law
from bureau.rules.partners import partners
from bureau.rules.signals import (
    INTERESTED,
    SignalForm,
    SignalReason,
    SignalRequirement,
    SignalState,
)
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class SignalLine:
    """One signal in the list, without a word of what it says."""

    id: UUID
    reference: str
    reporter: str
    own: bool
    form: SignalForm
    state: SignalState
    observed_on: date | None
    submitted_at: datetime | None
    due: date | None
    reason: SignalReason | None
    outcome: str
    opened_id: UUID | None


@dataclass(frozen=True, slots=True)
class Asked:
    """One statutory test with the answer given to it, if there is one."""

    row: law.SignalTest
    answer: SignalAnswer | None


@dataclass(frozen=True, slots=True)
class SignalView:
    """One signal as one reader may see and handle it."""

    line: SignalLine
    signal: Signal
    subjects: tuple[str, ...]
    steps: tuple[SignalStep, ...]
    missing: tuple[SignalRequirement, ...]
    may_write: bool
    may_check: bool
    may_handle: bool
    may_test: bool
    testers: tuple[SignalTester, ...]
    mine: SignalTester | None
    tests: tuple[Asked, ...]
    doubles: tuple[Double, ...]
    certificate: SignalCertificate | None
    bodies: tuple[tuple[str, str], ...] = ()

    @property
    def testing(self) -> tuple[str, ...]:
        """The organisations that test it now, by name; those with an interest take no part."""
        if self.line.state.code != "tested":
            return ()
        able = (row for row in self.testers if row.declaration != INTERESTED)
        return tuple(sorted({row.person.organisation.name for row in able}))


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as its form takes it: the numbers are whole, so that they can be corrected."""

    signal: Signal
    typed: tuple[str, ...]


def line(work: Work, signal: Signal) -> SignalLine:
    """A line of the list."""
    day = work.today
    submitted = signal.submitted_at
    waits = submitted and signal.state in ("submitted", "tested")
    return SignalLine(
        id=signal.id,
        reference=signal.reference,
        reporter=signal.organisation.name,
        own=signal.organisation_id == work.actor.organisation_id,
        form=law.signal_forms().row(signal.form, day),
        state=law.signal_states().row(signal.state, day),
        observed_on=signal.observed_on,
        submitted_at=submitted,
        due=law.target(submitted.date(), day) if submitted and waits else None,
        reason=law.signal_reasons().find(signal.outcome_reason, day),
        outcome=signal.outcome,
        opened_id=signal.opened_id,
    )


def view(work: Work, signal: Signal) -> SignalView:
    """Who tests it, and what it may be a double of, shows to those who handle it only."""
    handles = work.may(Permission.SIGNAL_HANDLE, signal)
    tests = work.may(Permission.SIGNAL_TEST, signal)
    writes = work.may(Permission.SIGNAL_WRITE, signal)
    known = _signal_steps.recorded(work, signal)
    concerned = writes or handles or tests
    return SignalView(
        line=line(work, signal),
        signal=signal,
        subjects=tuple(written(signal.subjects)),
        steps=tuple(signal.steps),
        missing=law.lacking(signal.state, known, work.today) if concerned else (),
        may_write=writes,
        may_check=writes and work.actor.id != signal.written_by_id,
        may_handle=handles,
        may_test=tests and signal.state == "tested",
        testers=tuple(signal.testers) if tests else (),
        mine=next((row for row in signal.testers if row.person_id == work.actor.id), None),
        tests=_asked(work, signal) if tests else (),
        doubles=_signal_doubles.doubles(work, signal) if handles and signal.submitted_at else (),
        certificate=_certificate(work, signal),
        bodies=_bodies(work, signal) if handles else (),
    )


def _bodies(work: Work, signal: Signal) -> tuple[tuple[str, str], ...]:
    """The participants that can be involved: reporter, bureau and who tests (WGS 2.19)."""
    tested = [row.person.organisation for row in signal.testers if row.declaration != INTERESTED]
    found = {body.code: body for body in (signal.organisation, signal.bureau, *tested)}
    return tuple(
        (code, body.name)
        for code, body in sorted(found.items())
        if partners().row(body.kind, work.today).participant
    )


def _asked(work: Work, signal: Signal) -> tuple[Asked, ...]:
    given = {row.test: row for row in signal.answers}
    return tuple(Asked(row, given.get(row.code)) for row in law.signal_tests().on(work.today))


def _certificate(work: Work, signal: Signal) -> SignalCertificate | None:
    query = select(SignalCertificate).where(SignalCertificate.signal_id == signal.id)
    return work.session.scalar(query)
