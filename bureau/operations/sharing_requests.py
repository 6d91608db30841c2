"""Requests between agencies: asked with a reason, answered with yes, no or later, on a clock."""

from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from bureau.errors import Invalid, NotAllowed, NotFound
from bureau.model import Case, Disclosure, Organisation, SharingRequest
from bureau.operations import _disclosing
from bureau.operations import _sharing_sides as sides
from bureau.operations._checks import one_of, said
from bureau.policy import Permission
from bureau.rules import house_terms
from bureau.rules.categories import data_categories
from bureau.rules.events import EventKind
from bureau.rules.requests import Answer, is_open, request_refusals
from bureau.rules.sharing import verdict, ways
from bureau.work import Work


def ask(
    work: Work,
    case_id: UUID,
    asked: str,
    category: str,
    way: str,
    question: str,
    *,
    purpose: str,
    necessity: str,
) -> SharingRequest:
    """Ask another organisation for what it could lawfully give; it owes an answer in time.

    Raises NotAllowed, in the words of the law.
    """
    case = work.going(case_id, Permission.DISCLOSURE_MAKE)
    giver, asker = _two(work, case, asked)
    _insist_lawful(work, case, giver, asker, category, way)
    row = SharingRequest(
        case_id=case.id,
        category=category,
        way=way,
        question=said(question, "question"),
        purpose=said(purpose, "purpose"),
        necessity=said(necessity, "necessity"),
    )
    row.from_id, row.to_id = asker.id, giver.id
    _begin(work, case, row)
    work.record(EventKind.SHARING_ASKED, row, category=category, way=way)
    return row


def reply(
    work: Work,
    case_id: UUID,
    request_id: UUID,
    version: int,
    answer: str,
    reason: str,
    *,
    reason_code: str = "",
    later_on: date | None = None,
    disclosure_number: int | None = None,
) -> SharingRequest:
    """Answer: yes with the disclosure, no with a weighty reason (WGS 1.5(1)), later with a day."""
    case = work.going(case_id, Permission.DISCLOSURE_MAKE)
    row = _waiting(work, case, request_id)
    work.expect(row, version, {"answer": answer})
    kind = Answer(one_of(answer, "answer", tuple(Answer)))
    row.reason = said(reason, "reason")
    if kind is Answer.NO:
        row.reason_code = one_of(reason_code, "reason_code", request_refusals().codes())
    if kind is Answer.YES:
        row.disclosure_id = _given(work, case, row, disclosure_number).id
    if kind is Answer.LATER:
        row.due_on = _later(work, row, later_on)
    else:
        row.answered_on, row.answered_by_id = work.today, work.actor.id
    row.answer = kind
    work.record(EventKind.SHARING_ANSWERED, row, answer=kind.value, why=row.reason_code)
    return row


def _begin(work: Work, case: Case, row: SharingRequest) -> None:
    """Number the request and let its clock run from today."""
    row.number, row.phase = _next(work, case), sides.phase_of(case).value
    row.asked_on, row.asked_by_id = work.today, work.actor.id
    row.due_on = house_terms.last_day("sharing_answer", work.today)
    work.session.add(row)


def _two(work: Work, case: Case, asked: str) -> tuple[Organisation, Organisation]:
    """Who is asked and who asks, which is the own organisation."""
    giver = sides.body(work, case, asked, "asked")
    asker = work.session.get_one(Organisation, work.actor.organisation_id)
    if giver.id == asker.id:
        raise Invalid(
            "This is your own organisation.",
            where={"field": "asked"},
            hint="Ask another organisation.",
        )
    return giver, asker


def _waiting(work: Work, case: Case, request_id: UUID) -> SharingRequest:
    """The request that waits for an answer of the own organisation."""
    row = work.within(SharingRequest, request_id, case)
    if row.to_id != work.actor.organisation_id:
        raise NotFound("There is nothing here that you may see.")
    if not is_open(row):
        raise NotAllowed(
            "This request was answered already.",
            where={"guard": "request_open", "basis": "WGS 1.5(1)"},
            hint="Read the answer; ask anew where more is needed.",
        )
    return row


def _insist_loose(work: Work, case: Case, asker: Organisation, category: str) -> None:
    """Stop a question about persons out of a case that the victim track holds."""
    if data_categories().row(category, work.today).personal and sides.participant(work, asker):
        work.insist_unheld(case)


def _insist_lawful(
    work: Work, case: Case, giver: Organisation, asker: Organisation, category: str, way: str
) -> None:
    one_of(category, "category", tuple(row.code for row in data_categories().on(work.today)))
    one_of(way, "way", tuple(row.code for row in ways().on(work.today)))
    found = verdict(
        asker.kind,
        category,
        sides.phase_of(case).number,
        sides.law_of(work, case),
        work.today,
        basis=way,
        giver=giver.kind,
    )
    if not found.allowed:
        _disclosing.refuse(found, asker)
    _insist_loose(work, case, asker, category)


def _later(work: Work, row: SharingRequest, day: date | None) -> date:
    if row.answer == Answer.LATER:
        raise NotAllowed(
            "A later day was promised already, {day}.",
            where={"field": "later_on", "guard": "later_once", "basis": "WGS 1.5(1)"},
            hint="Answer with yes or no now.",
            day=row.due_on.isoformat(),
        )
    if day is None or day <= work.today:
        raise Invalid(
            "Later needs a day that is still to come.",
            where={"field": "later_on"},
            hint="Give the day on which the answer will be there.",
        )
    return day


def _given(work: Work, case: Case, row: SharingRequest, number: int | None) -> Disclosure:
    """The disclosure that answers the request; raises Invalid where there is none that fits."""
    query = select(Disclosure).where(
        Disclosure.case_id == case.id,
        Disclosure.number == (number or 0),
        Disclosure.from_id == row.to_id,
        Disclosure.to_id == row.from_id,
        Disclosure.category == row.category,
        Disclosure.recalled_on.is_(None),
    )
    found = work.session.scalar(query)
    if found is None:
        raise Invalid(
            "There is no disclosure with this number that answers the request.",
            where={"field": "disclosure"},
            hint="Enter what you give in the sharing register first, then answer with its number.",
        )
    return found


def _next(work: Work, case: Case) -> int:
    last = select(func.max(SharingRequest.number)).where(SharingRequest.case_id == case.id)
    return (work.session.scalar(last) or 0) + 1
