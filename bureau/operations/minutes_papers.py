"""The minutes of a meeting as one seat may have them on paper: other seats have other minutes."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotAllowed
from bureau.model import Action, AgendaItem, Case, Contribution, Meeting, Paper, Seat, User
from bureau.operations._seats import seat_of
from bureau.operations._speaking import Voice, in_order
from bureau.operations._table_rights import left_room, readable
from bureau.operations._vetoes import against
from bureau.policy import Permission
from bureau.rules import handling
from bureau.rules import power_map as law
from bureau.rules.events import EventKind
from bureau.rules.power_map import PowerSubject
from bureau.work import Work

MADE = ("minutes_draft", "minutes_approved", "tracking", "closed")


@dataclass(frozen=True, slots=True)
class ItemPaper:
    """An item as it stands in the minutes of one seat; `kept_back` may not leave the house.

    `voices` is the order in which the seats spoke on the subject, `against` are the seats that
    can veto and saw it otherwise, `despite` is why it was decided all the same; `check` says what
    came of the victim check, to who runs or decides the case alone.
    """

    item: AgendaItem
    seat: Seat
    outcome: bool
    papers: tuple[Paper, ...]
    brought: tuple[Contribution, ...]
    kept_back: int
    actions: tuple[Action, ...]
    subject: PowerSubject | None = None
    voices: tuple[Voice, ...] = ()
    against: tuple[Seat, ...] = ()
    despite: str = ""
    check: str = ""


@dataclass(frozen=True, slots=True)
class MinutesPaper:
    """The minutes of a meeting for one person: only items that admit this seat."""

    meeting: Meeting
    reader: User
    items: tuple[ItemPaper, ...]
    made_on: date


def print_minutes(work: Work, case_id: UUID, meeting_id: UUID) -> MinutesPaper:
    """What stands in one's own minutes; raises NotAllowed before there are minutes.

    What another agency brought with a handling code that does not travel stays out of the paper,
    and so does what it recalled.
    """
    case = work.case(case_id, Permission.MEETING_READ)
    meeting = work.within(Meeting, meeting_id, case)
    query = work.visible(Permission.ITEM_READ, AgendaItem).where(
        AgendaItem.meeting_id == meeting.id
    )
    items = list(work.session.scalars(query.order_by(AgendaItem.number)))
    if meeting.state not in MADE or not items:
        raise NotAllowed(
            "There are no minutes of this meeting for you yet.",
            where={"state": meeting.state},
            hint="Minutes are made after the session, for the seats of each item.",
        )
    reader = work.session.scalars(select(User).where(User.id == work.actor.id)).one()
    paper = MinutesPaper(
        meeting, reader, tuple(_item(work, case, item) for item in items), made_on=work.today
    )
    back = sum(each.kept_back for each in paper.items)
    work.record(EventKind.MINUTES_PRINTED, meeting, items=len(items), kept_back=back)
    return paper


def _item(work: Work, case: Case, item: AgendaItem) -> ItemPaper:
    seat = seat_of(work, item)
    outcome, own = not left_room(seat), work.actor.organisation_id
    table = readable(seat, item)
    brought = [row for row in table if isinstance(row, Contribution)]
    travelling = tuple(
        row
        for row in brought
        if row.organisation_id == own or handling.travels(row.handling, work.today)
    )
    return ItemPaper(
        item=item,
        seat=seat,
        outcome=outcome,
        papers=tuple(row for row in table if isinstance(row, Paper)),
        brought=travelling,
        kept_back=len(brought) - len(travelling),
        actions=tuple(row for row in item.actions if outcome or row.owner_id == own),
        subject=law.known(item.subject, work.today) if outcome else None,
        voices=in_order(work, case, item) if outcome and item.subject else (),
        against=tuple(against(item)) if outcome else (),
        despite=item.veto_reason if outcome and against(item) else "",
        check=item.victim_check if work.told_why(case) else "",
    )
