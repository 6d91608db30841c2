"""The road of a signal to its test: second reader, submission, taking back, invitation, test."""

from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotAllowed, NotFound
from bureau.leave import ADMITTED
from bureau.model import Signal, SignalTester, User
from bureau.operations import _signal_steps
from bureau.operations._checks import fitting, one_of, said
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.partners import partners
from bureau.rules.signals import DISINTERESTED, INTERESTED
from bureau.rules.vocabulary import CaseKind
from bureau.work import Work

DECLARED = (DISINTERESTED, INTERESTED)


def check_signal(work: Work, signal_id: UUID, version: int, words: str) -> Signal:
    """A second reader of the same reporter tested the facts as far as possible (BGS 1.6)."""
    signal = work.signal(signal_id, Permission.SIGNAL_WRITE)
    work.expect(signal, version, {})
    if signal.written_by_id == work.actor.id:
        raise NotAllowed(
            "Who wrote a signal does not check it.",
            where={"guard": "second_reader", "basis": "BGS 1.6"},
            hint="Ask a colleague of your organisation to read it.",
        )
    told = said(words, "quality")
    _signal_steps.step(work, signal, "quality_checked", told)
    signal.checked, signal.checked_at, signal.checked_by_id = told, work.now, work.actor.id
    return signal


def submit_signal(work: Work, signal_id: UUID, version: int) -> Signal:
    """Hand a checked signal to the bureau; its target of two weeks begins."""
    signal = work.signal(signal_id, Permission.SIGNAL_WRITE)
    work.expect(signal, version, {})
    _signal_steps.step(work, signal, "submitted")
    signal.submitted_at = work.now
    return signal


def reopen_signal(work: Work, signal_id: UUID, version: int) -> Signal:
    """Take a checked or returned signal back to draft: it is checked anew before it goes again."""
    signal = work.signal(signal_id, Permission.SIGNAL_WRITE)
    work.expect(signal, version, {})
    _signal_steps.step(work, signal, "draft")
    signal.checked, signal.checked_at, signal.checked_by_id = "", None, None
    signal.submitted_at, signal.outcome, signal.outcome_reason = None, "", ""
    return signal


def invite_tester(work: Work, signal_id: UUID, login: str) -> SignalTester:
    """Let somebody of a participant test a signal; nobody else than those invited sees it."""
    signal = work.signal(signal_id, Permission.SIGNAL_HANDLE)
    _insist_open(signal)
    user = _person(work, login)
    _insist_participant(work, user)
    if any(row.person_id == user.id for row in signal.testers):
        raise NotAllowed(
            "This person is invited already.",
            where={"field": "login", "guard": "once"},
            hint="Wait for the declaration, or invite somebody else.",
        )
    tester = SignalTester(person_id=user.id, invited_at=work.now, interest="")
    signal.testers.append(tester)
    work.record(EventKind.SIGNAL_HANDLED, signal, part="invitation", who=user.login)
    return tester


def declare_interest(work: Work, signal_id: UUID, declaration: str, interest: str = "") -> Signal:
    """Say whether one has an interest of one's own; who has one takes no part from then on."""
    signal = work.signal(signal_id, Permission.SIGNAL_TEST)
    _insist_open(signal)
    told = one_of(declaration, "declaration", DECLARED)
    words = (said if told == INTERESTED else fitting)(interest, "interest")
    row = next((row for row in signal.testers if row.person_id == work.actor.id), None)
    if row is None:  # the bureau declares too, without being invited by itself
        row = SignalTester(person_id=work.actor.id, invited_at=work.now, interest="")
        signal.testers.append(row)
    row.declaration, row.interest = told, words
    work.record(EventKind.SIGNAL_HANDLED, signal, part="declaration", declaration=told)
    return signal


def begin_test(work: Work, signal_id: UUID, version: int) -> Signal:
    """The participants begin to test a submitted signal."""
    signal = work.signal(signal_id, Permission.SIGNAL_HANDLE)
    work.expect(signal, version, {})
    _signal_steps.step(work, signal, "tested")
    return signal


def _insist_open(signal: Signal) -> None:
    if signal.state not in ("submitted", "tested"):
        raise NotAllowed(
            "The bureau is not working on this signal.",
            where={"guard": "open", "state": signal.state},
            hint="Only a signal that was submitted and not settled is worked on.",
        )


def _person(work: Work, login: str) -> User:
    user = work.session.scalar(select(User).where(User.login == said(login, "login", 80)))
    roles = user.held(work.today) if user else frozenset()
    if user is None or not user.active or not roles & ADMITTED[CaseKind.PARTNERSHIP]:
        raise NotFound(
            "Nobody with this login can test a signal.",
            where={"field": "login"},
            hint="Give the login of somebody of a participating organisation.",
        )
    return user


def _insist_participant(work: Work, user: User) -> None:
    kind = partners().row(user.organisation.kind, work.today)
    if not kind.participant:
        raise NotAllowed(
            "{organisation} is no participant and does not test signals about persons (WGS 2.19).",
            where={"field": "login", "guard": "participant", "basis": "WGS 2.19"},
            hint="Ask it for information about the area instead, without persons.",
            organisation=user.organisation.name,
        )
