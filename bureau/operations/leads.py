"""Leads: what patterns hit, the innocent explanations beside it, and what a person made of it."""

from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotAllowed, NotFound
from bureau.model import Hit, Innocent, Source
from bureau.operations._checks import fitting, one_of, said
from bureau.operations._lead_view import LeadLine, LeadView, barred_ids, line, view
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import LeadAnswer, LeadJudgement
from bureau.work import Work

__all__ = ["LeadLine", "LeadView"]

NOT_CHECKED, RETAINED = LeadAnswer.NOT_CHECKED, LeadJudgement.RETAINED


def list_leads(work: Work, case_id: UUID) -> tuple[LeadLine, ...]:
    """The leads of a case, by number; those that touch a protected person are not shown."""
    case = work.case(case_id, Permission.NETWORK_READ)
    rows = select(Hit).where(Hit.case_id == case.id).order_by(Hit.number)
    barred = barred_ids(work, case)
    found = tuple(
        line(work, hit) for hit in work.session.scalars(rows) if barred.isdisjoint(hit.subjects)
    )
    work.record(EventKind.CASE_READ, case, part="leads", shown=len(found))
    return found


def read_lead(work: Work, case_id: UUID, hit_id: UUID) -> LeadView:
    """One lead with its evidence, its base rate and every innocent explanation."""
    case = work.case(case_id, Permission.NETWORK_READ)
    hit = work.within(Hit, hit_id, case)
    if not barred_ids(work, case).isdisjoint(hit.subjects):
        raise NotFound("There is nothing here that you may see.")
    work.record(EventKind.LEAD_READ, hit, pattern=hit.pattern)
    return view(work, hit)


def answer_innocent(
    work: Work,
    case_id: UUID,
    hit_id: UUID,
    number: int,
    answer: str,
    *,
    evidence: str,
    version: int,
    source_id: UUID | None = None,
) -> Innocent:
    """Say what came of checking one innocent explanation; `supports` means that it holds."""
    case = work.case(case_id, Permission.LEAD_ANSWER)
    hit = work.within(Hit, hit_id, case)
    row = next((each for each in hit.innocents if each.number == number), None)
    if row is None:
        raise NotFound("There is nothing here that you may see.")
    work.expect(row, version, {"answer": answer, "evidence": evidence})
    checked = one_of(answer, "answer", tuple(LeadAnswer)) != NOT_CHECKED
    if not checked:
        _refuse_retained(hit)
    row.answer = answer
    row.evidence = said(evidence, "what was found") if checked else fitting(evidence, "evidence")
    row.source_id = work.within(Source, source_id, case).id if source_id else None
    row.by_id, row.at = work.actor.id, work.now
    work.record(EventKind.LEAD_ANSWERED, hit, pattern=hit.pattern, innocent=row.code, answer=answer)
    return row


def judge_lead(
    work: Work, case_id: UUID, hit_id: UUID, status: str, reason: str, *, version: int
) -> Hit:
    """A person's judgement with its reason; retained only when nothing was left unchecked."""
    case = work.case(case_id, Permission.LEAD_ANSWER)
    hit = work.within(Hit, hit_id, case)
    work.expect(hit, version, {"status": status, "reason": reason})
    one_of(status, "status", tuple(LeadJudgement))
    why = said(reason, "reason")
    open_still = [each.number for each in hit.innocents if each.answer == NOT_CHECKED]
    if status == RETAINED and open_still:
        raise NotAllowed(
            "{count} innocent explanations are not checked yet.",
            where={"guard": "innocents answered", "open": open_still},
            hint="Answer each of them before the lead is retained.",
            count=len(open_still),
        )
    hit.status, hit.reason = status, why
    hit.judged_by_id, hit.judged_at = work.actor.id, work.now
    work.record(EventKind.LEAD_JUDGED, hit, pattern=hit.pattern, status=status)
    return hit


def _refuse_retained(hit: Hit) -> None:
    if hit.status == RETAINED:
        raise NotAllowed(
            "A retained lead keeps an answer to every innocent explanation.",
            where={"guard": "innocents answered"},
            hint="First judge the lead anew.",
        )
