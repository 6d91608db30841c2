"""When a table is able to decide: with its quorum, and with every interest asked."""

from datetime import date

from bureau.errors import NotAllowed
from bureau.model import Action, AgendaItem
from bureau.operations._table_rights import left_room, took_part
from bureau.rules import meeting as law
from bureau.rules.agenda import UNFINISHED, Declaration


def insist_able(item: AgendaItem, on: date) -> None:
    """Stop a decision or an action at a table that is not able to decide; raises NotAllowed."""
    there = [seat for seat in item.seats if took_part(seat)]
    if silent := [seat for seat in there if seat.declaration == Declaration.NOT_ASKED]:
        raise NotAllowed(
            "{name} has not declared yet whether an own interest is at stake: no decision is"
            " taken.",
            where={"guard": "interest", "basis": "Awb 2:4"},
            hint="Ask first; whoever has an interest leaves the room for this item.",
            name=silent[0].user.name,
        )
    meeting = item.meeting
    users = {seat.user_id for seat in there}
    officers = {"chair": meeting.chair_id, "secretary": meeting.secretary_id}
    present = {code for code, user in officers.items() if user in users}
    organisations = {seat.user.organisation_id for seat in there}
    law.insist_quorum(present, len(organisations), on)


def adrift(action: Action) -> bool:
    """Whether an unfinished action needs another owner: its own declared an interest and left."""
    gone = {seat.user_id for seat in action.item.seats if left_room(seat)}
    return action.status in UNFINISHED and action.assignee_id in gone
