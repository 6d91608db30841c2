"""Disclosures, requests and stances as their pages and files show them."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from bureau.model import Disclosure, RecipientNotice, SharingRequest, Stance, User
from bureau.rules.agenda import Phase
from bureau.rules.categories import Category, data_categories
from bureau.rules.requests import RequestRefusal, is_open, overdue, request_refusals
from bureau.rules.sharing import Condition, Way, conditions, ways
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """What a recipient was told afterwards, and its answer."""

    id: UUID
    version: int
    kind: str
    says: str
    sent_at: datetime
    due_on: date
    answered_on: date | None
    answer: str
    late: bool
    by: str
    body: str
    told: bool  # the recipient did not answer itself: somebody else entered what it said


@dataclass(frozen=True, slots=True)
class DisclosureLine:
    """One disclosure; `ours` tells which end the reader stands at, "" for neither."""

    id: UUID
    version: int
    case_id: UUID
    reference: str
    number: int
    giver: str
    recipient: str
    ours: str
    category: Category
    way: Way
    basis: str
    conditions: tuple[Condition, ...]
    ground: str
    says: str
    facts: tuple[str, ...]
    purpose: str
    necessity: str
    phase: Phase
    decided_in: str
    given_on: date
    until_on: date | None
    review_on: date
    reviewed_on: date | None
    review_due: bool
    recalled_on: date | None
    recall_reason: str
    feedback_due_on: date | None
    feedback_due: bool
    feedback_on: date | None
    useful: bool | None
    feedback: str
    by: str
    notices: tuple[NoticeLine, ...]
    answers_itself: bool = False  # looked up for one disclosure, not for a list of them

    @property
    def waiting(self) -> bool:
        """Whether the recipient still owes an answer to a correction or recall."""
        return any(notice.answered_on is None for notice in self.notices)


@dataclass(frozen=True, slots=True)
class RequestLine:
    """One request and its answer; `ours` tells whether the reader asks or is asked."""

    id: UUID
    version: int
    case_id: UUID
    reference: str
    number: int
    asker: str
    asked: str
    ours: str
    category: Category
    way: Way
    question: str
    purpose: str
    necessity: str
    asked_on: date
    due_on: date
    answer: str
    answered_on: date | None
    reason: str
    refusal: RequestRefusal | None
    disclosure: int | None
    open: bool
    late: bool


@dataclass(frozen=True, slots=True)
class StanceLine:
    """An objection or a consent that holds."""

    id: UUID
    version: int
    organisation: str
    recipient: str
    objects: bool
    reason: str
    said_on: date
    ours: bool


def disclosure_line(work: Work, row: Disclosure) -> DisclosureLine:
    """One row of the register, with what is overdue on this day."""
    own, gone = work.actor.organisation_id, row.recalled_on is not None
    at = row.given_on
    named = f"{row.item.meeting.title} · {row.item.number}" if row.item else row.decided_in
    if row.item and row.contribution_id:  # whoever keeps the case may have no seat at the item
        named = row.item.meeting.title
    return DisclosureLine(
        **{name: getattr(row, name) for name in _SAME},
        reference=row.case.reference,
        giver=row.giver.name,
        recipient=row.receiver.name,
        ours={row.from_id: "given", row.to_id: "got"}.get(own, ""),
        category=data_categories().row(row.category, at),
        way=ways().row(row.way, at),
        conditions=tuple(conditions().row(code, at) for code in row.met),
        facts=tuple(fact.label for fact in row.facts),
        phase=Phase(row.phase),
        decided_in=named,
        review_due=not gone and row.review_on < work.today,
        feedback_due=bool(row.feedback_due_on and row.feedback_due_on < work.today),
        by=row.by.name,
        notices=tuple(_notice(work, notice) for notice in row.notices),
    )


_SAME = (
    *("id", "version", "case_id", "number", "basis", "ground", "says", "purpose", "necessity"),
    *("given_on", "until_on", "review_on", "reviewed_on", "recalled_on", "recall_reason"),
    *("feedback_due_on", "feedback_on", "useful", "feedback"),
)


def _notice(work: Work, row: RecipientNotice) -> NoticeLine:
    late = row.answered_on is None and row.due_on < work.today
    same = ("id", "version", "kind", "says", "sent_at", "due_on", "answered_on", "answer")
    by = work.session.get(User, row.answered_by_id) if row.answered_by_id else None
    return NoticeLine(
        **{name: getattr(row, name) for name in same},
        late=late,
        by=by.name if by else "",
        body=by.organisation.name if by else "",
        told=by is not None and by.organisation_id != row.disclosure.to_id,
    )


def request_line(work: Work, row: SharingRequest) -> RequestLine:
    """One request, with whether its answer is late on this day."""
    own = work.actor.organisation_id
    same = ("id", "version", "case_id", "number", "question", "purpose", "necessity", "asked_on")
    then = ("due_on", "answer", "answered_on", "reason")
    return RequestLine(
        **{name: getattr(row, name) for name in (*same, *then)},
        reference=row.case.reference,
        asker=row.asker.name,
        asked=row.asked.name,
        ours={row.from_id: "asks", row.to_id: "asked"}.get(own, ""),
        category=data_categories().row(row.category, row.asked_on),
        way=ways().row(row.way, row.asked_on),
        refusal=request_refusals().find(row.reason_code, row.asked_on),
        disclosure=row.disclosure.number if row.disclosure else None,
        open=is_open(row),
        late=overdue(row, work.today) or bool(row.answered_on and row.answered_on > row.due_on),
    )


def stance_line(work: Work, row: Stance) -> StanceLine:
    """One stance, and whether it is the reader's own."""
    return StanceLine(
        row.id,
        row.version,
        row.organisation.name,
        row.recipient.name if row.recipient else "",
        row.objects,
        row.reason,
        row.said_on,
        row.organisation_id == work.actor.organisation_id,
    )
