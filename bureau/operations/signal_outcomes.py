"""How a signal is judged: doubles, statutory tests, and acceptance, rejection, return, referral."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid, NotFound
from bureau.model import Case, Organisation, Signal, SignalAnswer, SignalDouble
from bureau.operations import _signal_destroying, _signal_doubles, _signal_opening, _signal_steps
from bureau.operations._checks import fitting, one_of, said
from bureau.policy import Permission
from bureau.rules import signals as law
from bureau.rules.events import EventKind
from bureau.rules.partners import partners
from bureau.work import Work

CLOSING = ("rejected", "returned", "referred")
ACTIVITIES = ("a", "b", "c")
FEWEST = 2  # more participants than the reporter alone (BGS 2.16(1)(d))


def judge_double(
    work: Work, signal_id: UUID, other_id: UUID, reason: str, *, joined: bool
) -> SignalDouble:
    """Say whether two signals are about the same; joined, the earlier one is treated for both."""
    signal = work.signal(signal_id, Permission.SIGNAL_HANDLE)
    other = next((d for d in _signal_doubles.doubles(work, signal) if d.id == other_id), None)
    if other is None:
        raise NotFound("There is nothing here that you may see.")
    row = other.judged or SignalDouble(signal_id=signal.id, other_id=other_id)
    row.joined, row.reason = joined, said(reason, "reason")
    row.by_id, row.at = work.actor.id, work.now
    work.session.add(row)
    signal.joined_id = other_id if joined else None
    if joined:
        _go_along(work, signal, work.session.get_one(Signal, other_id))
    work.record(EventKind.SIGNAL_HANDLED, signal, part="double", joined=joined)
    if row.signal_id != signal.id:
        work.record(EventKind.SIGNAL_HANDLED, work.session.get_one(Signal, other_id), part="double")
    return row


def _go_along(work: Work, signal: Signal, other: Signal) -> None:
    """What is joined to an accepted signal goes into its case at once."""
    if other.opened_id and signal.state == "submitted":
        _signal_steps.follow(work, signal)
        signal.opened_id = other.opened_id


def answer_test(work: Work, signal_id: UUID, test: str, answer: str, reason: str) -> SignalAnswer:
    """Answer one statutory test with its reason; an answer is replaced, the trail keeps that."""
    signal = work.signal(signal_id, Permission.SIGNAL_TEST)
    _insist_tested(signal)
    row = law.signal_tests().row(one_of(test, "test", law.signal_tests().codes()), work.today)
    told = one_of(answer, "answer", law.ANSWERS[row.kind])
    given = next((each for each in signal.answers if each.test == row.code), None)
    if given is None:
        given = SignalAnswer(test=row.code)
        signal.answers.append(given)
    given.answer, given.reason = told, said(reason, "reason")
    given.by_id, given.at = work.actor.id, work.now
    work.record(EventKind.SIGNAL_HANDLED, signal, part="test", test=row.code, answer=told)
    return given


def accept_signal(
    work: Work,
    signal_id: UUID,
    version: int,
    title: str,
    involved: Iterable[str],
    activity: str = "b",
) -> Case:
    """Accept a signal: involved participants are fixed and a case opens in phase 1.

    The clock of first processing starts (WGS 2.23(5), 1.8(7)); signals joined to it go along.
    """
    signal = work.signal(signal_id, Permission.SIGNAL_HANDLE)
    work.expect(signal, version, {})
    law.insist_acceptable({row.test: row.answer for row in signal.answers}, work.today)
    bodies = _involved(work, involved)
    signal.involved = [body.code for body in bodies]
    kind = one_of(activity, "activity", ACTIVITIES)
    _signal_steps.step(work, signal, "accepted")
    signal.outcome, signal.settled_at = "accepted", work.now
    case = _signal_opening.open_partnership(work, signal, said(title, "title", 200), kind)
    for other in _joined(work, signal):
        _signal_steps.follow(work, other)
    for each in (signal, *_joined(work, signal)):
        each.opened_id = case.id
        work.record(EventKind.SIGNAL_HANDLED, each, part="case", case=case.reference)
    return case


def close_signal(
    work: Work, signal_id: UUID, version: int, outcome: str, reason: str, words: str = ""
) -> Signal:
    """Reject, return or refer a signal for a reason of the table.

    What is rejected or referred is destroyed at once: only counts and a certificate stay
    (BGS 1.16(1)(b)).
    """
    signal = work.signal(signal_id, Permission.SIGNAL_HANDLE)
    work.expect(signal, version, {})
    target = one_of(outcome, "outcome", CLOSING)
    row = law.signal_reasons().find(reason, work.today)
    if row is None or row.outcome != target:
        known = [each for each in law.signal_reasons().on(work.today) if each.outcome == target]
        raise Invalid(
            "This is no reason for that outcome.",
            where={"field": "reason", "basis": "BGS 2.16(1)"},
            hint="Choose one of: {names}.",
            names=", ".join(each.code for each in known),
        )
    needed = fitting if target == "rejected" else said
    signal.outcome, signal.outcome_reason = target, row.code
    signal.outcome_words, signal.settled_at = needed(words, "words"), work.now
    _signal_steps.step(work, signal, target, signal.outcome_words)
    if target != "returned":
        _signal_destroying.destroy(work, signal)
    return signal


def _insist_tested(signal: Signal) -> None:
    if signal.state != "tested":
        raise Invalid(
            "The tests are answered while the signal is being tested.",
            where={"field": "test", "state": signal.state, "basis": "BGS 2.16(1)"},
            hint="Let the bureau begin the test first.",
        )


def _involved(work: Work, codes: Iterable[str]) -> tuple[Organisation, ...]:
    """The bodies that take part; only participants may (WGS 2.19, 2.23(5))."""
    wanted = sorted(set(codes))
    rows = work.session.scalars(select(Organisation).where(Organisation.code.in_(wanted)))
    found = {row.code: row for row in rows}
    strange = [
        code
        for code in wanted
        if code not in found or not partners().row(found[code].kind, work.today).participant
    ]
    if strange or len(wanted) < FEWEST:
        raise Invalid(
            "The involved participants are at least two organisations of WGS 2.19.",
            where={"field": "involved", "basis": "WGS 2.19, 2.23(5)"},
            hint="Leave out who is no participant; a port or an aid organisation is none.",
        )
    return tuple(found[code] for code in wanted)


def _joined(work: Work, signal: Signal) -> tuple[Signal, ...]:
    rows = select(Signal).where(Signal.joined_id == signal.id, Signal.opened_id.is_(None))
    return tuple(work.session.scalars(rows).unique())
