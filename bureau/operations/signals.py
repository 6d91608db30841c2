"""What an organisation reports to the partnership: write it, correct it, read it, list it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotAllowed, NotFound
from bureau.model import Organisation, Signal, User, UserRole
from bureau.model.base import short_code
from bureau.model.organisation import role_holds
from bureau.operations import _signal_view
from bureau.operations._checks import fitting, one_of, past, said
from bureau.operations._signal_subjects import typed, written
from bureau.operations._signal_view import Draft, SignalLine, SignalView
from bureau.policy import Permission
from bureau.rules import signals as law
from bureau.rules.events import EventKind
from bureau.rules.partners import partners
from bureau.rules.vocabulary import Role
from bureau.work import Work

__all__ = ["Draft", "SignalLine", "SignalView", "Told"]

LETTERS = 5


@dataclass(frozen=True, slots=True)
class Told:
    """What a reporter says in a signal; `subject` holds a line for each person or thing."""

    form: str
    facts: str
    observation: str
    observed_on: date | None
    source: str
    ground: str
    subject: str


def list_bureaus(work: Work) -> tuple[Organisation, ...]:
    """The bureaus to which one may report: bodies with a coordinator, the own house first."""
    work.require(Permission.SIGNAL_LIST)
    query = (
        select(Organisation)
        .join(User, User.organisation_id == Organisation.id)
        .join(UserRole, UserRole.user_id == User.id)
        .where(UserRole.role == Role.COORDINATOR, role_holds(work.today), User.active.is_(True))
        .distinct()
    )
    own = work.session.get_one(Organisation, work.actor.organisation_id)
    near = {own.id, own.house_id}
    found = sorted(work.session.scalars(query), key=lambda row: (row.id not in near, row.name))
    work.record(EventKind.SIGNAL_LISTED, "organisation:*", shown=len(found))
    return tuple(found)


def report_signal(work: Work, bureau: str, told: Told) -> Signal:
    """Begin a signal to a bureau, as a draft of the own organisation."""
    work.require(Permission.SIGNAL_LIST)
    own = work.session.get_one(Organisation, work.actor.organisation_id)
    signal = Signal(
        reference=_reference(work),
        organisation_id=own.id,
        bureau_id=_bureau(work, bureau).id,
        written_at=work.now,
        written_by_id=work.actor.id,
        checked="",
        outcome_words="",
        involved=[],
    )
    _fill(work, signal, own, told)
    work.session.add(signal)
    work.record(EventKind.SIGNAL_WRITTEN, signal, form=signal.form)
    return signal


def change_signal(work: Work, signal_id: UUID, version: int, told: Told) -> Signal:
    """Correct a draft; what was submitted is corrected by giving it back first (BGS 1.7)."""
    signal = work.signal(signal_id, Permission.SIGNAL_WRITE)
    work.expect(signal, version, {})
    _insist_draft(signal)
    _fill(work, signal, signal.organisation, told)
    work.record(EventKind.SIGNAL_WRITTEN, signal, form=signal.form)
    return signal


def list_signals(work: Work) -> tuple[SignalLine, ...]:
    """Those of the own organisation, those at the own bureau, those one is invited to test."""
    work.require(Permission.SIGNAL_LIST)
    query = work.visible(Permission.SIGNAL_READ, Signal).order_by(Signal.written_at.desc())
    found = tuple(_signal_view.line(work, row) for row in work.session.scalars(query).unique())
    work.record(EventKind.SIGNAL_LISTED, "signal:*", shown=len(found))
    return found


def read_signal(work: Work, signal_id: UUID) -> SignalView:
    """One signal, with what the reader may do with it."""
    signal = work.signal(signal_id, Permission.SIGNAL_READ)
    work.record(EventKind.SIGNAL_READ, signal, state=signal.state)
    return _signal_view.view(work, signal)


def read_draft(work: Work, signal_id: UUID) -> Draft:
    """A draft for whoever corrects it; raises NotAllowed for any other state."""
    signal = work.signal(signal_id, Permission.SIGNAL_WRITE)
    _insist_draft(signal)
    work.record(EventKind.SIGNAL_READ, signal, state=signal.state)
    return Draft(signal, tuple(written(signal.subjects, masked=False)))


def _insist_draft(signal: Signal) -> None:
    if signal.state != "draft":
        raise NotAllowed(
            "Only a draft is changed.",
            where={"guard": "draft", "state": signal.state, "basis": "BGS 1.7"},
            hint="Let the bureau return the signal, or take a checked one back to draft.",
        )


def _fill(work: Work, signal: Signal, own: Organisation, told: Told) -> None:
    kind = partners().row(own.kind, work.today)
    signal.form = one_of(told.form, "form", law.signal_forms().codes())
    signal.facts = said(told.facts, "facts")
    signal.observation = said(told.observation, "observation")
    signal.observed_on = past(work, told.observed_on, "observed_on")
    signal.source = said(told.source, "source")
    signal.ground = said(told.ground, "ground")
    signal.subjects = typed(told.subject, kind.participant)


def _bureau(work: Work, code: str) -> Organisation:
    known: Iterable[Organisation] = list_bureaus(work)
    wanted = fitting(code, "bureau", 40)
    found = next((row for row in known if row.code == wanted), None)
    if found is None:
        raise NotFound(
            "There is no partnership bureau {code}.",
            where={"field": "bureau"},
            hint="Choose one of: {names}.",
            code=wanted or "-",
            names=", ".join(row.code for row in known),
        )
    return found


def _reference(work: Work) -> str:
    """A reference that nobody holds yet; it says nothing of how many signals there are."""
    while True:
        reference = f"SIG-{work.today.year}-{short_code(LETTERS)}"
        if work.session.scalar(select(Signal.id).where(Signal.reference == reference)) is None:
            return reference
