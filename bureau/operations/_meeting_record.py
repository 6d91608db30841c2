"""What a meeting has recorded so far, in the words of the table of requirements."""

from bureau.model import AgendaItem, Meeting, Seat
from bureau.operations._deciding import adrift
from bureau.operations._table_rights import took_part
from bureau.operations._vetoes import unsaid
from bureau.rules import meeting as law
from bureau.rules.agenda import UNFINISHED, Declaration, VictimCheck

WITH_ACTION = ("intervention",)
TABLE_FOR_TWO = 2
CASES = "case"


def recorded(meeting: Meeting) -> frozenset[str]:
    """The codes of everything that is there."""
    items = meeting.items
    seats = [seat for item in items for seat in item.seats]
    there = {
        "date": meeting.held_on is not None,
        "chair": meeting.chair_id is not None,
        "secretary": meeting.secretary_id is not None,
        "purpose": bool(meeting.purpose),
        "place": bool(meeting.place),
        "invitations": any(seat.user_id != meeting.chair_id for seat in seats),
        "items": bool(items),
        "questions": all(item.question for item in items),
        "seats_per_item": all(len(item.seats) >= TABLE_FOR_TWO for item in items),
        "options": all(_compared(item) for item in items),
        "victim_check": all(item.victim_check != VictimCheck.NOT_DONE for item in items),
        "attendance": all(seat.attended is not None for seat in seats),
        "interests_declared": all(_declared(seat) for seat in seats),
        "decisions": all(item.decision for item in items),
        "disclosure_bases": all(item.basis for item in items),
        "actions": all(_acted_on(item) for item in items),
        "dissents_answered": all(seat.dissent_answer for seat in seats if seat.dissent),
        "vetoes_said": not any(unsaid(item) for item in items),
        "approvals": all(_approved(item) for item in items),
        "action_statuses": not _unfinished(items),
        "minutes_kept": all(item.minutes for item in items),
        "notes_destroyed": not meeting.notes,
    }
    return frozenset(code for code, holds in there.items() if holds)


def _declared(seat: Seat) -> bool:
    """Whoever was there said whether an own interest was at stake; who was absent need not."""
    return seat.attended is False or seat.declaration != Declaration.NOT_ASKED


def _compared(item: AgendaItem) -> bool:
    """Whether a case about persons was looked at in every track; a theme needs no options."""
    tracks = set(law.tracks().codes())
    return item.without_persons or item.point != CASES or set(item.options) == tracks


def _approved(item: AgendaItem) -> bool:
    """Whether all who took part approved, and every correction that was asked has its answer."""
    seats = all(seat.approved_at for seat in item.seats if took_part(seat))
    return seats and all(row.answered_at for row in item.corrections)


def _acted_on(item: AgendaItem) -> bool:
    """Whether what is to be done has its actions, and each of them somebody who may do it."""
    held = bool(item.actions) or item.decision_kind not in WITH_ACTION
    return held and not any(adrift(action) for action in item.actions)


def _unfinished(items: list[AgendaItem]) -> bool:
    return any(action.status in UNFINISHED for item in items for action in item.actions)
