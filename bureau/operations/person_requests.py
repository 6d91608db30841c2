"""What a person asks about data on them: recorded, extended once, answered in time."""

from datetime import date
from uuid import UUID

from bureau.errors import NotAllowed
from bureau.model import Case, Entity, PersonRequest
from bureau.operations._checks import not_before, one_of, past, said
from bureau.policy import Permission
from bureau.rules import access
from bureau.rules.events import EventKind
from bureau.work import Work

OUTCOMES = ("granted", "partly", "refused")


def record_request(
    work: Work, case_id: UUID, entity_id: UUID, kind: str, text: str, on: date | None = None
) -> PersonRequest:
    """A request came in; its last day is counted from the day of receipt (AVG 12(3))."""
    case = work.case(case_id, Permission.CASE_EDIT)
    entity = work.within(Entity, entity_id, case)
    day = past(work, on, "received_on")
    code = one_of(kind, "kind", access.request_kinds().codes())
    row = PersonRequest(
        case_id=case.id,
        entity_id=entity.id,
        kind=code,
        text=said(text, "text"),
        received_on=day,
        due_on=access.due(code, day),
        by_id=work.actor.id,
        at=work.now,
    )
    work.session.add(row)
    work.record(EventKind.REQUEST_RECEIVED, row, request=code, due=row.due_on.isoformat())
    return row


def extend_request(
    work: Work,
    case_id: UUID,
    request_id: UUID,
    version: int,
    reason: str,
    on: date | None = None,
) -> PersonRequest:
    """The term is extended once, and the person told why within the first term (AVG 12(3)).

    Raises NotAllowed after the first term or when it was extended before.
    """
    case = work.case(case_id, Permission.CASE_EDIT)
    row = _open(work, case, request_id, version)
    day = past(work, on, "on", row.received_on)
    if row.extended_on or day > row.due_on:
        raise NotAllowed(
            "The term of this request cannot be extended any more.",
            where={"guard": "extended_once_in_time", "basis": "AVG 12(3)"},
            hint="Answer the request; an extension is told within the first term, and once.",
        )
    row.extended_on, row.extension_reason = day, said(reason, "reason")
    row.due_on = access.due(row.kind, row.received_on, extended=True)
    work.record(EventKind.REQUEST_EXTENDED, row, due=row.due_on.isoformat())
    return row


def answer_request(
    work: Work,
    case_id: UUID,
    request_id: UUID,
    version: int,
    outcome: str,
    answer: str,
    *,
    on: date | None = None,
) -> PersonRequest:
    """The request was answered in writing, with reasons where it was refused (AVG 12(4))."""
    case = work.case(case_id, Permission.CASE_EDIT)
    row = _open(work, case, request_id, version)
    row.outcome = one_of(outcome, "outcome", OUTCOMES)
    row.answer = said(answer, "answer")
    row.answered_on = not_before(past(work, on, "on"), "on", row.received_on)
    late = row.answered_on > row.due_on
    work.record(EventKind.REQUEST_ANSWERED, row, outcome=outcome, late=late)
    return row


def _open(work: Work, case: Case, request_id: UUID, version: int) -> PersonRequest:
    row = work.within(PersonRequest, request_id, case)
    if row.answered_on:
        raise NotAllowed(
            "This request was answered already.",
            where={"guard": "request_open", "basis": "AVG 12(3)"},
            hint="Record a new request when the person asks again.",
        )
    work.expect(row, version, {})
    return row
