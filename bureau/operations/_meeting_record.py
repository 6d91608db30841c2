"""What a meeting has recorded so far, in the words of the table of requirements."""

from bureau.model import AgendaItem, Meeting, Seat
from bureau.rules.agenda import UNFINISHED, Declaration, VictimCheck

WITH_ACTION = ("intervention",)
TABLE_FOR_TWO = 2


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
        "victim_check": all(item.victim_check != VictimCheck.NOT_DONE for item in items),
        "attendance": all(seat.attended is not None for seat in seats),
        "interests_declared": all(_declared(seat) for seat in seats),
        "decisions": all(item.decision for item in items),
        "disclosure_bases": all(item.basis for item in items),
        "actions": all(_acted_on(item) for item in items),
        "approvals": all(seat.approved_at for seat in seats if _took_part(seat)),
        "action_statuses": not _unfinished(items),
    }
    return frozenset(code for code, holds in there.items() if holds)


def _declared(seat: Seat) -> bool:
    """Whoever was there said whether an own interest was at stake; who was absent need not."""
    return seat.attended is False or seat.declaration != Declaration.NOT_ASKED


def _took_part(seat: Seat) -> bool:
    return bool(seat.attended) and seat.declaration != Declaration.LEFT_ROOM


def _acted_on(item: AgendaItem) -> bool:
    return bool(item.actions) or item.decision_kind not in WITH_ACTION


def _unfinished(items: list[AgendaItem]) -> bool:
    return any(action.status in UNFINISHED for item in items for action in item.actions)
