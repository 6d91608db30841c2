"""What people do with the power map at the table: the subject, the order of voices, the veto."""

from dataclasses import dataclass
from uuid import UUID

from bureau.errors import NotAllowed
from bureau.model import AgendaItem, Case, Seat
from bureau.operations import _power_map, _vetoes
from bureau.operations._checks import one_of, said
from bureau.operations._meeting_texts import insist_unnamed
from bureau.operations._seats import item_of
from bureau.operations._speaking import Voice, in_order
from bureau.operations._table_rights import left_room
from bureau.policy import Permission
from bureau.rules import power_map as law
from bureau.rules.events import EventKind
from bureau.rules.power_map import PowerPlace, PowerSubject
from bureau.work import Work

OPEN = ("planned", "agenda_frozen", "in_session", "minutes_draft")
SAYING = ("in_session", "minutes_draft", "minutes_approved")


@dataclass(frozen=True, slots=True)
class Voices:
    """The subject of an item, the seats with the least power first, and who can veto.

    `against` are the seats that can veto and see it otherwise; `unsaid` that nobody said why it
    was decided all the same.
    """

    subject: PowerSubject | None
    order: tuple[Voice, ...]
    against: tuple[Seat, ...]
    unsaid: bool
    may_choose: bool
    may_answer: bool

    @property
    def vetoing(self) -> tuple[Voice, ...]:
        """The voices that can veto."""
        return tuple(each for each in self.order if each.place is PowerPlace.VETOES)


def read_voices(work: Work, case_id: UUID, item_id: UUID) -> Voices:
    """In which order the seats of an item speak, for a seat admitted to it."""
    case = work.case(case_id, Permission.MEETING_READ)
    item = item_of(work, case, item_id)
    runs = work.may(Permission.MEETING_RUN, case)
    mine = [seat for seat in item.seats if seat.user_id == work.actor.id]
    shown = not any(left_room(seat) for seat in mine)
    work.record(EventKind.POWER_MAP_READ, item)
    against = tuple(_vetoes.against(item)) if shown else ()
    return Voices(
        subject=law.known(item.subject, work.today),
        order=in_order(work, case, item) if item.subject else (),
        against=against,
        unsaid=shown and _vetoes.unsaid(item),
        may_choose=runs and item.meeting.state in OPEN,
        may_answer=runs and item.meeting.state in SAYING and bool(against),
    )


def choose_subject(
    work: Work, case_id: UUID, item_id: UUID, version: int, subject: str
) -> AgendaItem:
    """Which subject of the power map an item decides on, "" for none; it orders the voices.

    Raises NotAllowed where a veto that nobody answered would be gone with the former subject.
    """
    case = work.case(case_id, Permission.MEETING_RUN)
    item = item_of(work, case, item_id)
    work.expect(item, version, {"subject": subject})
    _insist_open(item, OPEN)
    item.subject = one_of(subject, "power_subject", law.subjects().codes()) if subject else ""
    for seat in item.seats:
        can = bool(seat.dissent) and _can_veto(work, case, item, seat)
        if seat.veto and not can and not item.veto_reason:
            raise _unanswered(seat)
        seat.veto = can
    work.record(EventKind.SUBJECT_CHOSEN, item, about=item.subject)
    return item


def answer_veto(work: Work, case_id: UUID, item_id: UUID, version: int, reason: str) -> AgendaItem:
    """Say why a decision is taken although somebody who can veto it sees it otherwise."""
    case = work.case(case_id, Permission.MEETING_RUN)
    item = item_of(work, case, item_id)
    work.expect(item, version, {"veto_reason": reason})
    _insist_open(item, SAYING)
    if not _vetoes.against(item):
        raise NotAllowed(
            "Nobody who can veto this sees it otherwise.",
            where={"guard": "veto"},
            hint="Note the dissent first, and the subject that the item decides on.",
        )
    insist_unnamed(work, case, "despite", reason)
    why = said(reason, "despite", 2000)
    if why != item.veto_reason:  # what was approved said something else
        for seat in item.seats:
            seat.approved_at = None
    item.veto_reason = why
    work.record(EventKind.VETO_ANSWERED, item, reason=item.veto_reason)
    return item


def _can_veto(work: Work, case: Case, item: AgendaItem, seat: Seat) -> bool:
    body = seat.user.organisation_id
    return _power_map.may_veto(work, case, item.subject, body, item.meeting.held_on)


def _unanswered(seat: Seat) -> NotAllowed:
    return NotAllowed(
        "{organisation} can veto this and sees it otherwise: under another subject that would go"
        " unanswered.",
        where={"guard": "veto", "basis": law.BASIS},
        hint="Say first, under the order of voices, why it is decided all the same.",
        organisation=seat.user.organisation.name,
    )


def _insist_open(item: AgendaItem, states: tuple[str, ...]) -> None:
    if item.meeting.state not in states:
        raise NotAllowed(
            "The meeting is past this point.",
            where={"state": item.meeting.state},
            hint="Put the item on the agenda of a next meeting.",
        )
