"""Leads: what patterns hit, the innocent explanations beside it, and what a person made of it."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from bureau.errors import NotAllowed, NotFound
from bureau.model import Case, Hit, Innocent, VictimAnswer
from bureau.operations._barred import barred_ids
from bureau.operations._brought_in import source_of
from bureau.operations._checks import fitting, one_of, said
from bureau.operations._lead_view import LeadLine, LeadView, lines, pattern_of, view
from bureau.policy import Permission
from bureau.rules.agenda import VictimCheck
from bureau.rules.events import EventKind
from bureau.rules.patterns import Pattern
from bureau.rules.vocabulary import LeadAnswer, LeadJudgement
from bureau.work import Work

__all__ = ["LeadLine", "LeadView"]

NOT_CHECKED, RETAINED = LeadAnswer.NOT_CHECKED, LeadJudgement.RETAINED


def list_leads(work: Work, case_id: UUID) -> tuple[LeadLine, ...]:
    """The leads of a case, by number; those that touch a protected person are not shown."""
    case = work.case(case_id, Permission.NETWORK_READ)
    rows = select(Hit).where(Hit.case_id == case.id).options(selectinload(Hit.innocents))
    barred = barred_ids(work, case)
    hits = work.session.scalars(rows.order_by(Hit.number))
    found = tuple(lines(work, [hit for hit in hits if barred.isdisjoint(hit.subjects)]))
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
    hit = _seen(work, case, hit_id)
    row = next((each for each in hit.innocents if each.number == number), None)
    if row is None:
        raise NotFound("There is nothing here that you may see.")
    work.expect(row, version, {"answer": answer, "evidence": evidence})
    checked = one_of(answer, "answer", tuple(LeadAnswer)) != NOT_CHECKED
    if not checked:
        _refuse_retained(hit)
    row.answer = answer
    row.evidence = said(evidence, "what was found") if checked else fitting(evidence, "evidence")
    row.source_id = source_of(work, case, source_id).id if source_id else None
    row.by_id, row.at = work.actor.id, work.now
    work.record(EventKind.LEAD_ANSWERED, hit, pattern=hit.pattern, innocent=row.code, answer=answer)
    return row


def check_victim(
    work: Work, case_id: UUID, hit_id: UUID, answer: str, note: str, *, version: int
) -> VictimAnswer:
    """Say whether somebody in the lead may be used or forced, and how that was looked into.

    Only for a pattern that asks it. The note says nothing of help that somebody gets: support
    files stand apart (WGS 2.23; decision 7).
    """
    case = work.case(case_id, Permission.LEAD_ANSWER)
    hit = _seen(work, case, hit_id)
    if not pattern_of(work, hit).victim_check:
        raise NotAllowed("This pattern asks no victim check.", where={"pattern": hit.pattern})
    one_of(answer, "answer", (VictimCheck.NO_INDICATION, VictimCheck.REFERRED))
    why = said(note, "how it was looked into")
    row = hit.victim
    if row is None:
        row = VictimAnswer(case_id=case.id)
        hit.victim = row
    else:
        work.expect(row, version, {"answer": answer, "note": note})
    row.answer, row.note, row.by_id, row.at = answer, why, work.actor.id, work.now
    work.record(EventKind.LEAD_VICTIM_CHECKED, hit, pattern=hit.pattern, answer=answer)
    return row


def judge_lead(
    work: Work, case_id: UUID, hit_id: UUID, status: str, reason: str, *, version: int
) -> Hit:
    """A person's judgement with its reason; retained only when nothing was left unchecked.

    What is retained is carried: into the assessment and the dossiers. A lead of a pattern that
    never leaves the graph cannot be (partnership B.2), nor one whose victim check is open.
    """
    case = work.case(case_id, Permission.LEAD_ANSWER)
    hit = _seen(work, case, hit_id)
    work.expect(hit, version, {"status": status, "reason": reason})
    one_of(status, "status", tuple(LeadJudgement))
    why = said(reason, "reason")
    if status == RETAINED:
        _insist_carried(pattern_of(work, hit), hit)
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


def _seen(work: Work, case: Case, hit_id: UUID) -> Hit:
    """The lead; NotFound also where somebody in it is protected, as for whoever reads it."""
    hit = work.within(Hit, hit_id, case)
    if not barred_ids(work, case).isdisjoint(hit.subjects):
        raise NotFound("There is nothing here that you may see.")
    return hit


def _insist_carried(pattern: Pattern, hit: Hit) -> None:
    if pattern.graph_only:
        raise NotAllowed(
            "A lead of {pattern} stays on the page of the graph.",
            where={"pattern": hit.pattern, "guard": "graph only"},
            hint="It only says where to look: carry what is found behind it, with its own sources.",
            pattern=hit.pattern,
        )
    if pattern.victim_check and hit.victim is None:
        raise NotAllowed(
            "Nobody has looked whether somebody in this lead is a victim.",
            where={"pattern": hit.pattern, "guard": "victim check"},
            hint="Answer the victim check first.",
        )


def _refuse_retained(hit: Hit) -> None:
    if hit.status == RETAINED:
        raise NotAllowed(
            "A retained lead keeps an answer to every innocent explanation.",
            where={"guard": "innocents answered"},
            hint="First judge the lead anew.",
        )
