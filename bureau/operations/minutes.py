"""What people do with minutes: write, decide with a quorum, dissent, correct and approve them."""

from collections.abc import Mapping
from uuid import UUID

from bureau.errors import NotAllowed, NotFound
from bureau.model import AgendaItem, Case, MinutesCorrection, Seat
from bureau.operations._checks import fitting, one_of, said
from bureau.operations._decided import Decided, detail
from bureau.operations._deciding import insist_able
from bureau.operations._meeting_texts import insist_unnamed
from bureau.operations._power_map import may_veto
from bureau.operations._seats import item_of, seat_of
from bureau.operations._table_rights import insist_minuting, took_part
from bureau.operations._vetoes import insist_said
from bureau.operations._victim_checks import kept_check
from bureau.operations._without_persons import insist_bare
from bureau.policy import Permission
from bureau.rules import meeting as law
from bureau.rules.agenda import Declaration
from bureau.rules.events import EventKind
from bureau.work import Work

__all__ = ["Decided"]

APPROVING = "minutes_approved"
DISSENTING = ("in_session", "minutes_draft", APPROVING)


def write_minutes(
    work: Work,
    case_id: UUID,
    item_id: UUID,
    version: int,
    minutes: str,
    decided: Decided,
    victim_check: str,
) -> AgendaItem:
    """What was said and decided on an item, victim check included.

    Raises NotAllowed for a decision without quorum, with an interest that was not asked, on persons
    without victim check, or on what the victim track holds.
    """
    case = work.case(case_id, Permission.MEETING_RUN)
    item = item_of(work, case, item_id)
    work.expect(item, version, {"minutes": minutes, "decision": decided.words})
    insist_minuting(item)
    _insist_words(work, item, {"minutes": minutes, "decision": decided.words})
    kinds = law.decision_types()
    kind = kinds.row(one_of(decided.kind, "decision_kind", kinds.codes()), work.today)
    item.victim_check = kept_check(item, victim_check, decides=kind.decides)
    if kind.decides:
        work.insist_unheld(case, item.number)
        _insist_able(work, item)
    item.minutes = fitting(minutes, "minutes")
    item.decision_kind, item.decision = kind.code, said(decided.words, "decision")
    detail(work, case, item, kind, decided)
    work.record(EventKind.MINUTES_WRITTEN, item, decision=item.decision_kind)
    return item


def state_dissent(work: Work, case_id: UUID, item_id: UUID, seat_id: UUID, text: str) -> AgendaItem:
    """A seat sees the decision otherwise: said by itself, or noted for it by the chair.

    Where its organisation can veto the subject, it has to be said anew why it is decided.
    """
    case = work.going(case_id, Permission.MEETING_READ)
    item = item_of(work, case, item_id)
    seat = _seat(item, seat_id)
    if seat.user_id != work.actor.id:
        work.require(Permission.MEETING_RUN, case)
    _insist_took_part(seat)
    if item.meeting.state not in DISSENTING:
        raise NotAllowed(
            "A dissent is noted from the session until the minutes are approved.",
            where={"state": item.meeting.state},
            hint="Bring it in at the next meeting.",
        )
    insist_bare(work, item, {"dissent": text})
    seat.dissent, seat.dissent_answer = said(text, "dissent", 2000), ""
    body, day = seat.user.organisation_id, item.meeting.held_on
    seat.veto = may_veto(work, case, item.subject, body, day)
    item.veto_reason = "" if seat.veto else item.veto_reason
    work.record(EventKind.DISSENT_STATED, item, seat=str(seat.id))
    return item


def answer_dissent(
    work: Work, case_id: UUID, item_id: UUID, seat_id: UUID, answer: str
) -> AgendaItem:
    """What the chair answers to a seat that sees it otherwise."""
    case = work.case(case_id, Permission.MEETING_RUN)
    item = item_of(work, case, item_id)
    seat = _seat(item, seat_id)
    if not seat.dissent:
        raise NotAllowed(
            "This seat stated no dissent.",
            where={"field": "seat"},
            hint="Note first what this seat sees otherwise.",
        )
    insist_unnamed(work, case, "answer", answer)
    seat.dissent_answer = said(answer, "answer", 2000)
    work.record(EventKind.DISSENT_ANSWERED, item, seat=str(seat.id))
    return item


def approve_minutes(work: Work, case_id: UUID, item_id: UUID) -> AgendaItem:
    """A seat that took part says that the minutes of the item are right."""
    case = work.case(case_id, Permission.MEETING_READ)
    item = item_of(work, case, item_id)
    _insist_approving(item)
    seat = seat_of(work, item)
    if seat.declaration == Declaration.LEFT_ROOM:
        _insist_took_part(seat)
    seat.approved_at = seat.approved_at or work.now
    work.record(EventKind.MINUTES_APPROVED, item)
    return item


def ask_correction(work: Work, case_id: UUID, item_id: UUID, text: str) -> MinutesCorrection:
    """A seat that took part asks to correct the minutes before they are approved."""
    case = work.going(case_id, Permission.MEETING_READ)
    item = item_of(work, case, item_id)
    _insist_approving(item)
    _insist_took_part(seat_of(work, item))
    row = MinutesCorrection(
        case_id=case.id,
        item=item,
        user_id=work.actor.id,
        text=said(text, "correction", 2000),
        asked_at=work.now,
    )
    work.session.add(row)
    work.record(EventKind.CORRECTION_ASKED, row)
    return row


def answer_correction(
    work: Work, case_id: UUID, correction_id: UUID, answer: str, minutes: str = ""
) -> MinutesCorrection:
    """What came of a correction; with new `minutes` the old ones are kept and approved anew."""
    case = work.case(case_id, Permission.MEETING_RUN)
    row = work.within(MinutesCorrection, correction_id, case)
    item = item_of(work, case, row.item_id)
    _insist_approving(item)
    _insist_words(work, item, {"answer": answer, "minutes": minutes})
    row.answer, row.answered_at = said(answer, "answer", 2000), work.now
    text = fitting(minutes, "minutes")
    if text and text != item.minutes:
        row.before, item.minutes = item.minutes, text
        for seat in item.seats:
            seat.approved_at = None
    work.record(EventKind.CORRECTION_ANSWERED, row, changed=row.before is not None)
    return row


def _insist_words(work: Work, item: AgendaItem, texts: Mapping[str, str]) -> None:
    """Minutes name nobody protected, and nobody at all at an item without persons."""
    case = work.session.get_one(Case, item.case_id)
    insist_unnamed(work, case, "minutes", *texts.values())
    insist_bare(work, item, texts)


def _insist_able(work: Work, item: AgendaItem) -> None:
    insist_able(item, work.today)
    insist_said(item)


def _seat(item: AgendaItem, seat_id: UUID) -> Seat:
    found = next((seat for seat in item.seats if seat.id == seat_id), None)
    if found is None:
        raise NotFound("There is nothing here that you may see.")
    return found


def _insist_took_part(seat: Seat) -> None:
    if not took_part(seat):
        raise NotAllowed(
            "Only a seat that took part in this item speaks about its minutes.",
            where={"guard": "took part"},
            hint="Whoever left the room, or was not there, asks the chair about the next meeting.",
        )


def _insist_approving(item: AgendaItem) -> None:
    if item.meeting.state != APPROVING:
        raise NotAllowed(
            "The minutes are not up for approval.",
            where={"state": item.meeting.state},
            hint="Wait until the chair puts them up.",
        )
