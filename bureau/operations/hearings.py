"""The intended decision and the view on it (Awb 4:7-4:9, Wet Bibob 33)."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid, NotAllowed
from bureau.model import Advice, Case, Decision, Hearing, Move, ViewPoint
from bureau.operations import _outcomes, _procedure
from bureau.operations._checks import not_before, one_of, past, said
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import SILENT, Manner
from bureau.work import Work


def send_intention(
    work: Work,
    case_id: UUID,
    intended: str,
    reasons: str,
    until_on: date,
    *,
    advice_copied: bool,
    secrecy_notice: bool,
    on: date | None = None,
) -> Hearing:
    """Send the intended decision (T32); with an advice its copy and the duty of secrecy too."""
    case = work.case(case_id, Permission.CASE_STEP)
    sent = _procedure.day(work, case, on)
    _outcomes.insist_possible(work, case, intended)
    hearing = Hearing(
        case_id=case.id,
        intended=intended,
        reasons=said(reasons, "reasons"),
        sent_on=sent,
        until_on=not_before(until_on, "until_on", sent),
        advice_copied=advice_copied and _advised(work, case),
        secrecy_notice=secrecy_notice,
    )
    work.session.add(hearing)
    _procedure.move(work, case, "T32", hearing.reasons, sent)
    work.record(EventKind.INTENTION_SENT, hearing, intended=intended, until_on=until_on)
    return hearing


def _advised(work: Work, case: Case) -> bool:
    query = select(Advice.id).where(Advice.case_id == case.id, Advice.received_on.is_not(None))
    return work.session.scalars(query).first() is not None


def receive_view(
    work: Work,
    case_id: UUID,
    points: Iterable[str],
    manner: str,
    *,
    new_facts: bool = False,
    on: date | None = None,
) -> Hearing:
    """The view of the person concerned, point by point.

    "none" can only be said once its term is over (Awb 4:7, 4:8), "waived" when the person
    concerned wrote that no view is wanted; a view that comes after all takes the place of either.
    """
    case = work.case(case_id, Permission.CASE_EDIT)
    hearing = _open(work, case)
    texts = _points(points, manner)
    hearing.received_on = _day_of(work, hearing, manner, on)
    hearing.manner, hearing.new_facts = manner, new_facts
    hearing.points = [
        ViewPoint(case_id=case.id, number=number, text=text)
        for number, text in enumerate(texts, start=1)
    ]
    work.record(EventKind.VIEW_RECEIVED, hearing, points=len(texts), manner=manner)
    return hearing


def _points(points: Iterable[str], manner: str) -> list[str]:
    texts = [said(point, "points") for point in points]
    if bool(texts) is (one_of(manner, "manner", tuple(Manner)) in SILENT):
        raise Invalid(
            "A view has points; without points no view was given.",
            where={"field": "points"},
            hint="Number each point of the view, so that each can be answered.",
        )
    return texts


def _day_of(work: Work, hearing: Hearing, manner: str, on: date | None) -> date:
    """The day of a view, or of silence: that is established once the term is over."""
    day = past(work, on, "on", hearing.sent_on)
    if manner == Manner.NONE and day <= hearing.until_on:
        raise NotAllowed(
            "A view can still be given until {last}.",
            where={"guard": "view_term_lapsed", "basis": "Wet Bibob 33(1); Awb 4:7, 4:8"},
            hint="Wait until the term is over, or record that the person concerned gave it up in"
            " writing.",
            last=hearing.until_on.isoformat(),
        )
    return day


def _open(work: Work, case: Case) -> Hearing:
    query = select(Hearing).where(Hearing.case_id == case.id).order_by(Hearing.sent_on.desc())
    found = work.session.scalars(query).first()
    if found is None or (found.received_on and not _may_still_speak(work, case, found)):
        raise Invalid(
            "No intention waits for a view.",
            where={"case": case.reference},
            hint="Send the intention first; a view is recorded once.",
        )
    return found


def _may_still_speak(work: Work, case: Case, hearing: Hearing) -> bool:
    """Whether a view may take the place of silence: nothing was decided since the intention."""
    if hearing.manner not in SILENT:
        return False
    taken = select(Decision.id).where(
        Decision.case_id == case.id, Decision.decided_on >= hearing.sent_on
    )
    return work.session.scalars(taken).first() is None


def answer_point(work: Work, case_id: UUID, point_id: UUID, version: int, answer: str) -> ViewPoint:
    """Say what is made of one point of the view; raises Changed on a lost update."""
    case = work.case(case_id, Permission.CASE_EDIT)
    point = work.within(ViewPoint, point_id, case)
    new = said(answer, "answer")
    work.expect(point, version, {"answer": new})
    point.answer = new
    work.record(EventKind.VIEW_ANSWERED, point, number=point.number)
    return point


def close_hearing(work: Work, case_id: UUID, reason: str, on: date | None = None) -> Move:
    """Go on to the decision: the view is handled point by point, or its term lapsed (T35)."""
    case = work.case(case_id, Permission.CASE_STEP)
    return _procedure.move(work, case, "T35", reason, _procedure.day(work, case, on))
