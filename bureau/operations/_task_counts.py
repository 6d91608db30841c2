"""How much of each kind waits in one case, for the officer, the second reader and the decider."""

from enum import StrEnum

from sqlalchemy import select

from bureau.model import (
    Advice,
    Assessment,
    CopyMessage,
    Decision,
    DocumentReader,
    Hearing,
    Hit,
    IndicatorAnswer,
    Objection,
    Supplement,
    Weighing,
)
from bureau.operations import _fixed, _options, _outcomes
from bureau.operations._copies import QUESTION
from bureau.operations._rows import Rows
from bureau.rules.indicators import SignalStatus
from bureau.work import Work

WEIGHING_STATES = ("ST80",)
DECIDING, REPORTING, AFTER = "ST100", "ST105", "ST120"
UNTREATED = "ST42"
RETURNED, SUPPLEMENTING = "ST40", "ST41"


class TaskKind(StrEnum):
    """What waits for somebody."""

    CLOCK = "clock"
    CHECK_FORM = "check_form"
    CHECK_SUPPLEMENT = "check_supplement"
    INDICATORS = "indicators"
    LEADS = "leads"
    SIGN = "sign"
    LIGHT_CHECK = "light_check"
    WEIGH = "weigh"
    ANSWER_VIEW = "answer_view"
    CHECK_ADVICE = "check_advice"
    READ_ADVICE = "read_advice"
    DECIDE = "decide"
    MAKE_KNOWN = "make_known"
    REPORT = "report"
    DECIDE_OBJECTION = "decide_objection"
    MAKE_OBJECTION_KNOWN = "make_objection_known"
    CHECK_CONDITION = "check_condition"
    FOLLOW_CORRECTION = "follow_correction"
    ANSWER_REQUEST = "answer_request"
    READ_NOTICE = "read_notice"
    ANSWER_SHARING = "answer_sharing"
    CONFIRM_NOTICE = "confirm_notice"
    ANSWER_COPY = "answer_copy"
    GIVE_FEEDBACK = "give_feedback"
    REVIEW_SHARING = "review_sharing"
    ANSWER_CONTACT = "answer_contact"
    HOLD_CONTACT = "hold_contact"
    WRITE_ROLE_CARD = "write_role_card"
    CONFIRM_ROLE_CARD = "confirm_role_card"
    DESTROY = "destroy"
    APPROVE_DESTRUCTION = "approve_destruction"
    READ_GLASS = "read_glass"
    REVIEW_GLASS = "review_glass"
    REVIEW_ALERT = "review_alert"
    REPORT_BREACH = "report_breach"


def officer(rows: Rows, work: Work) -> list[tuple[TaskKind, int]]:
    """What waits for the officer."""
    state = rows.case.state
    hearing: Hearing | None = rows.last(Hearing)
    decision: Decision | None = rows.last(Decision)
    question = _options.request_from(rows, work.today)
    unweighed = (
        state in WEIGHING_STATES
        and not rows.all(Weighing)
        and question is not None
        and _outcomes.weighing_needed(question)
    )
    unanswered = [point for point in hearing.points if not point.answer] if hearing else []
    unchecked = [each for each in rows.all(Advice) if each.received_on and not each.checked]
    asked: Supplement | None = rows.last(Supplement)
    supplied = state == SUPPLEMENTING and asked is not None and asked.completed_on is not None
    return [
        (TaskKind.CHECK_FORM, int(state == RETURNED)),
        (TaskKind.CHECK_SUPPLEMENT, int(supplied)),
        (TaskKind.INDICATORS, _fired(rows)),
        (TaskKind.LEADS, sum(hit.status == "new" for hit in rows.all(Hit))),
        (TaskKind.WEIGH, int(unweighed)),
        (TaskKind.ANSWER_VIEW, len(unanswered)),
        (TaskKind.CHECK_ADVICE, len(unchecked)),
        (TaskKind.MAKE_KNOWN, int(decision is not None and _unknown(rows, decision))),
        (TaskKind.REPORT, int(state == REPORTING)),
        (TaskKind.ANSWER_COPY, _asked(rows)),
        (TaskKind.MAKE_OBJECTION_KNOWN, _objections(rows, decided=True)),
    ]


def _asked(rows: Rows) -> int:
    """The questions of recipients of dossiers that nobody answered."""
    return sum(row.kind == QUESTION and row.answered_at is None for row in rows.all(CopyMessage))


def _fired(rows: Rows) -> int:
    return sum(
        row.status == "open" and row.signal == SignalStatus.FIRED
        for row in rows.all(IndicatorAnswer)
    )


def _unknown(rows: Rows, decision: Decision) -> bool:
    return rows.case.state in (DECIDING, UNTREATED) and decision.made_known_on is None


def reviewer(rows: Rows, work: Work) -> list[tuple[TaskKind, int]]:
    """What waits for the second reader."""
    unsigned = [
        row
        for row in rows.all(Assessment)
        if row.signed_by_id is None and row.by_id != work.actor.id
    ]
    screening = rows.screening
    light = rows.case.state == "ST50" and screening and screening.light_closed_by_id is None
    settled = not _fired(rows)
    return [
        (TaskKind.SIGN, len(unsigned)),
        (TaskKind.LIGHT_CHECK, int(bool(light and settled))),
    ]


def mayor(rows: Rows) -> list[tuple[TaskKind, int]]:
    """What waits for whoever decides."""
    return [
        (TaskKind.DECIDE, int(_fixed.decision_waits(rows.case, rows.all(Decision)))),
        (TaskKind.DECIDE_OBJECTION, _objections(rows, decided=False)),
    ]


def _objections(rows: Rows, *, decided: bool) -> int:
    """Objections that wait for a decision, or were decided on and are not made known."""
    return sum(
        bool(row.decided_on) is decided and not row.made_known_on and not row.withdrawn_on
        for row in rows.all(Objection)
    )


def unread(rows: Rows, work: Work) -> int:
    """Advices for which this person is a named reader, as long as they are being weighed."""
    ids = [each.document_id for each in rows.all(Advice) if each.document_id]
    if not ids or rows.case.state in (REPORTING, AFTER):
        return 0
    query = select(DocumentReader.id).where(
        DocumentReader.document_id.in_(ids), DocumentReader.user_id == work.actor.id
    )
    return len(work.session.scalars(query).all())
