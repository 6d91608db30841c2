"""What goes to whom: given in one way only, entered in the register, recalled and reviewed."""

from datetime import date
from uuid import UUID

from bureau.errors import Invalid, NotAllowed, NotFound
from bureau.model import Case, Disclosure, RecipientNotice
from bureau.operations import _disclosed_facts, _disclosing
from bureau.operations import _sharing_sides as sides
from bureau.operations._checks import fitting, not_before, past, said
from bureau.operations._disclosing import Wanted
from bureau.operations._without_persons import insist_without_persons
from bureau.policy import Permission
from bureau.rules import house_terms
from bureau.rules.categories import data_categories
from bureau.rules.events import EventKind
from bureau.work import Work

__all__ = ["Wanted"]

CLOSED = "ST199"
RESULTS = frozenset({"RESULT", "THIRD"})  # whose recipients report back each year (WGS 1.7(4))


def disclose(work: Work, case_id: UUID, wanted: Wanted) -> Disclosure:
    """Give something to another organisation, and enter it in the register: the only way out.

    Raises Invalid for what is missing, NotAllowed with the article and the lawful alternative, or
    while the case is held (WGS 1.5, 1.7, 2.22, 2.23; BGS 1.8, 1.10, 2.15).
    """
    case = work.going(case_id, Permission.DISCLOSURE_MAKE)
    _insist_open(case)
    giver, recipient = _disclosing.ends(work, case, wanted)
    found = _disclosing.insist(work, case, giver, recipient, wanted)
    _disclosing.insist_unheld(work, case, giver, wanted)
    item = _disclosing.item_of(work, case, wanted)
    row = _entered(work, case, wanted)
    if not data_categories().row(row.category, work.today).personal:
        parts = ("says", "purpose", "necessity", "ground", "decided_in")
        insist_without_persons(work, case, {name: getattr(row, name) for name in parts})
    row.from_id, row.to_id = giver.id, recipient.id
    row.basis, row.met = found.basis, sorted(need.code for need in found.needs)
    row.item_id = item.id if item else None
    _dated(work, row, wanted)
    row.facts = _disclosed_facts.chosen(work, case, wanted.facts, row.category)
    work.session.add(row)
    work.record(
        EventKind.DISCLOSURE_MADE, row, category=row.category, way=row.way, facts=len(row.facts)
    )
    return row


def recall_disclosure(
    work: Work, case_id: UUID, disclosure_id: UUID, version: int, reason: str
) -> RecipientNotice:
    """Take back what was given: the recipient is told, and says what it did with it."""
    row = _own(work, case_id, disclosure_id, given=True)
    work.expect(row, version, {})
    if row.recalled_on:
        raise NotAllowed(
            "This was recalled already.",
            where={"guard": "recalled_once", "basis": "BGS 1.7"},
            hint="Read what the recipient answered.",
        )
    return _disclosing.take_back(work, row, said(reason, "reason"))


def review_disclosure(
    work: Work,
    case_id: UUID,
    disclosure_id: UUID,
    version: int,
    reason: str,
    review_on: date | None = None,
) -> Disclosure:
    """Say that a disclosure is still necessary, and when to ask again (AVG 5(1)(c), (e))."""
    row = _own(work, case_id, disclosure_id, given=True)
    work.expect(row, version, {"review_on": review_on})
    why = said(reason, "reason")
    if review_on is not None and review_on <= work.today:
        raise Invalid(
            "The next review lies in the past or today.",
            where={"field": "review_on"},
            hint="Give a later day; where it is no longer necessary, recall it.",
        )
    row.reviewed_on = work.today
    row.review_on = review_on or house_terms.last_day("sharing_review", work.today)
    work.record(EventKind.DISCLOSURE_REVIEWED, row, reason=why)
    return row


def give_feedback(
    work: Work, case_id: UUID, disclosure_id: UUID, version: int, useful: bool, text: str
) -> Disclosure:
    """Say as its recipient what a result was good for, or why nothing came of it (WGS 1.7(4)).

    The next answer falls due a year later. Who gave it may enter what a recipient without an
    account answered.
    """
    row = _own(work, case_id, disclosure_id, given=False)
    work.expect(row, version, {"feedback": text})
    if row.feedback_due_on is None:
        raise NotAllowed(
            "Feedback is owed for results only.",
            where={"guard": "feedback", "basis": "WGS 1.7(4)"},
            hint="Correct a contribution with a correction, or answer a request.",
        )
    row.useful, row.feedback = useful, said(text, "feedback")
    row.feedback_on = work.today
    row.feedback_due_on = house_terms.last_day("sharing_feedback", work.today)
    work.record(EventKind.FEEDBACK_GIVEN, row, useful=useful)
    return row


def answer_notice(
    work: Work, case_id: UUID, notice_id: UUID, version: int, answer: str
) -> RecipientNotice:
    """Say as the recipient what was done about a correction or a recall (BGS 1.7, AVG 19)."""
    case = work.case(case_id, Permission.DISCLOSURE_MAKE)
    notice = work.within(RecipientNotice, notice_id, case)
    _insist_end(work, notice.disclosure, given=False)
    _insist_own_answer(work, notice.disclosure)
    work.expect(notice, version, {"answer": answer})
    if notice.answered_on:
        raise NotAllowed(
            "This was answered already.",
            where={"guard": "notice_open", "basis": "BGS 1.7"},
            hint="Read the answer; a new correction makes a new notice.",
        )
    notice.answer, notice.answered_on = said(answer, "answer"), work.today
    notice.answered_by_id = work.actor.id
    work.record(EventKind.NOTICE_ANSWERED, notice, notice=notice.kind)
    return notice


def _insist_open(case: Case) -> None:
    if case.state == CLOSED:
        raise NotAllowed(
            "This case is closed: nothing goes out of it any more.",
            where={"guard": "case_open", "basis": "WGS 1.8(7)"},
            hint="Open a new case with a signal of its own.",
        )


def _entered(work: Work, case: Case, wanted: Wanted) -> Disclosure:
    """What the entry says in words; raises Invalid for what is missing or too long."""
    return Disclosure(
        case_id=case.id,
        number=_disclosing.next_number(work, case),
        category=wanted.category,
        way=wanted.way,
        ground=fitting(wanted.ground, "ground", 300),
        says=said(wanted.says, "says"),
        purpose=said(wanted.purpose, "purpose"),
        necessity=said(wanted.necessity, "necessity"),
        phase=sides.phase_of(case).value,
        decided_in=fitting(wanted.decided_in, "decided_in", 200),
        by_id=work.actor.id,
        at=work.now,
    )


def _dated(work: Work, row: Disclosure, wanted: Wanted) -> None:
    row.given_on = past(work, wanted.given_on, "given_on")
    if wanted.until_on:
        row.until_on = not_before(wanted.until_on, "until_on", row.given_on)
    usual = house_terms.last_day("sharing_review", row.given_on)
    row.review_on = not_before(wanted.review_on or usual, "review_on", row.given_on)
    if row.way in RESULTS:
        row.feedback_due_on = house_terms.last_day("sharing_feedback", row.given_on)


def _own(work: Work, case_id: UUID, disclosure_id: UUID, *, given: bool) -> Disclosure:
    case = work.case(case_id, Permission.DISCLOSURE_MAKE)
    row = work.within(Disclosure, disclosure_id, case)
    _insist_end(work, row, given=given)
    return row


def _insist_end(work: Work, row: Disclosure, *, given: bool) -> None:
    """The giver alone takes back; a recipient answers, or the giver enters what it was told."""
    own = work.actor.organisation_id
    if own not in (row.from_id, *(() if given else (row.to_id,))):
        raise NotFound("There is nothing here that you may see.")


def _insist_own_answer(work: Work, row: Disclosure) -> None:
    """Stop the giver who answers for a recipient that can answer itself."""
    if work.actor.organisation_id != row.to_id and sides.can_answer(work, row):
        raise NotAllowed(
            "{recipient} answers this itself: it has an account with leave to do so.",
            where={"field": "answer", "guard": "own_answer", "basis": "BGS 1.7; AVG 19"},
            hint="Ask {recipient} what it did; it finds this notice among its own tasks.",
            recipient=row.receiver.name,
        )
