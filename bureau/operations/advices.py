"""The advice of the Landelijk Bureau Bibob: asked, extended, questioned, declined, received."""

from datetime import date
from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotAllowed
from bureau.model import Advice, Case, Suspension
from bureau.operations import _pauses, _procedure
from bureau.operations._checks import said
from bureau.operations._pauses import PENDING, QUESTION
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.work import Work


def ask_advice(work: Work, case_id: UUID, reason: str, on: date | None = None) -> Advice:
    """Ask for advice once the own investigation was really used (T17); the term stands still."""
    case = work.case(case_id, Permission.CASE_STEP)
    day = _procedure.day(work, case, on)
    taken = _taken_over(work, case)
    asked = taken.from_on if taken else day
    advice = Advice(case_id=case.id, asked_on=asked, reason=said(reason, "reason"))
    work.session.add(advice)
    if taken is None:
        pause = Suspension(case_id=case.id, rule=PENDING, from_on=day, reason=advice.reason)
        work.session.add(pause)
    _procedure.move(work, case, "T17", reason, day)
    work.record(EventKind.ADVICE_ASKED, advice, on=asked.isoformat())
    return advice


def _taken_over(work: Work, case: Case) -> Suspension | None:
    """The stand-still of an advice that was asked before the case was taken over."""
    if work.session.scalar(select(Advice.id).where(Advice.case_id == case.id).limit(1)):
        return None
    query = select(Suspension).where(Suspension.case_id == case.id, Suspension.rule == PENDING)
    return work.session.scalars(query.order_by(Suspension.from_on)).first()


def ask_supplementary(work: Work, case_id: UUID, reason: str, on: date | None = None) -> Advice:
    """Ask again, with the view and its new facts (T33); no suspension is counted for this."""
    case = work.case(case_id, Permission.CASE_STEP)
    day = _procedure.day(work, case, on)
    _procedure.move(work, case, "T33", reason, day)
    advice = Advice(case_id=case.id, asked_on=day, reason=said(reason, "reason"))
    work.session.add(advice)
    work.record(EventKind.ADVICE_ASKED, advice, on=day.isoformat(), supplementary=True)
    return advice


def extend_advice(work: Work, case_id: UUID, reason: str, on: date | None = None) -> Advice:
    """The Bureau gave notice that it needs four weeks more, once (T23)."""
    case = work.case(case_id, Permission.CASE_STEP)
    advice = _pauses.awaited(work, case)
    if advice.extended_on:
        raise NotAllowed(
            "The Bureau may extend its term once.",
            where={"guard": "extended_once", "basis": "Wet Bibob 15(3)"},
            hint="The term of this advice was extended already.",
        )
    advice.extended_on = _procedure.day(work, case, on)
    for pause in _pauses.running(work, case, PENDING):
        pause.extended = True
    _procedure.move(work, case, "T23", reason, advice.extended_on)
    work.record(EventKind.ADVICE_ASKED, advice, extended=True)
    return advice


def record_question(work: Work, case_id: UUID, reason: str, on: date | None = None) -> Advice:
    """The Bureau asks the person concerned or the authority (T18); its own term stands still."""
    case = work.case(case_id, Permission.CASE_STEP)
    advice = _pauses.awaited(work, case)
    day = _procedure.day(work, case, on)
    pause = Suspension(case_id=case.id, rule=QUESTION, from_on=day, reason=said(reason, "reason"))
    work.session.add(pause)
    _procedure.move(work, case, "T18", reason, day)
    work.record(EventKind.SUSPENSION_RECORDED, pause, rule=QUESTION)
    return advice


def answer_question(work: Work, case_id: UUID, reason: str, on: date | None = None) -> Advice:
    """The question of the Bureau was answered (T19)."""
    case = work.case(case_id, Permission.CASE_STEP)
    advice = _pauses.awaited(work, case)
    day = _procedure.day(work, case, on)
    _pauses.end(work, case, QUESTION, day)
    _procedure.move(work, case, "T19", reason, day)
    work.record(EventKind.SUSPENSION_RECORDED, advice, rule=QUESTION, ended=True)
    return advice


def refuse_questions(work: Work, case_id: UUID, reason: str, on: date | None = None) -> Advice:
    """The person concerned refuses to answer the Bureau (T20; Wet Bibob 4 lid 2)."""
    case = work.case(case_id, Permission.CASE_STEP)
    advice = _pauses.awaited(work, case)
    day = _procedure.day(work, case, on)
    advice.questions_refused = True
    _pauses.end(work, case, QUESTION, day)
    _procedure.move(work, case, "T20", reason, day)
    work.record(EventKind.SUSPENSION_RECORDED, advice, rule=QUESTION, refused=True)
    return advice


def decline_advice(work: Work, case_id: UUID, reason: str, on: date | None = None) -> Advice:
    """The Bureau will not advise (T21): the file was not sent or own means were not used."""
    case = work.case(case_id, Permission.CASE_STEP)
    advice = _pauses.awaited(work, case)
    advice.declined_on = _procedure.day(work, case, on)
    _pauses.end(work, case, PENDING, advice.declined_on)
    _procedure.move(work, case, "T21", reason, advice.declined_on)
    work.record(EventKind.ADVICE_RECEIVED, advice, declined=True)
    return advice
