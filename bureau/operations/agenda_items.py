"""What people do with agenda items: admit seats, compare options, read them as one seat may."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from bureau.errors import Invalid, NotAllowed
from bureau.model import (
    Action,
    AgendaItem,
    Case,
    Contribution,
    Meeting,
    MinutesCorrection,
    Organisation,
    Paper,
    Seat,
    User,
)
from bureau.operations._admitting import admitted, insist_reached
from bureau.operations._checks import fitting, one_of, said
from bureau.operations._compared import Option, fields, insist_current, option
from bureau.operations._deciding import adrift
from bureau.operations._held_items import insist_addable
from bureau.operations._meeting_texts import insist_unnamed
from bureau.operations._plan_links import Links, plans_at
from bureau.operations._seats import bodies, insist_open, item_of, seat_of
from bureau.operations._table_rights import Thing, left_room, readable
from bureau.operations._tokens import waits
from bureau.operations._without_persons import insist_bare, insist_without_persons
from bureau.policy import Permission
from bureau.rules import meeting as law
from bureau.rules.agenda import Phase, VictimCheck
from bureau.rules.events import EventKind
from bureau.work import Work

__all__ = ["Option"]

PLANNED = "planned"
BEFORE = ("planned", "agenda_frozen", "in_session")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an item asks of the meeting: why, of whom, in which phase and on which basis."""

    title: str
    question: str
    phase: str
    basis: str
    victim_check: str = VictimCheck.NOT_DONE
    without_persons: bool = False
    point: str = "case"
    why: str = ""
    asked: str = ""


@dataclass(frozen=True, slots=True)
class ItemView:
    """An agenda item as one seat may see it.

    `outcome` says whether minutes and decision are for this seat: whoever left the room does not
    read them. `elsewhere` are the people of other items, who leave the room for this one;
    `waits` until when nothing is decided on it.
    """

    item: AgendaItem
    seat: Seat
    may_run: bool
    own: UUID
    outcome: bool
    papers: tuple[Paper, ...]
    contributions: tuple[Contribution, ...]
    bodies: tuple[Organisation, ...]
    actions: tuple[Action, ...]
    corrections: tuple[MinutesCorrection, ...]
    elsewhere: tuple[User, ...] = ()
    plans: Links = field(default_factory=dict)
    waits: date | None = None
    told_why: bool = False

    def needs_owner(self, action: Action) -> bool:
        """Whether whoever was to carry out this action declared an interest and left."""
        return adrift(action)

    def may_read_interest(self, seat: Seat) -> bool:
        """Whether this reader reads which interest was declared; others read that one was."""
        own = seat.id == self.seat.id
        return own or self.may_run or self.seat.user_id == self.item.meeting.secretary_id


def add_item(
    work: Work, case_id: UUID, meeting_id: UUID, wanted: Wanted, seats: Sequence[tuple[str, str]]
) -> AgendaItem:
    """An agenda item and the seats it admits, as (login, reason); chair and secretary always.

    Raises NotAllowed for a seat that the law does not open in the phase (WGS 2.19, 2.22, 2.23), and
    for persons while the case is held.
    """
    case = work.case(case_id, Permission.MEETING_RUN)
    meeting = work.within(Meeting, meeting_id, case)
    if meeting.state != PLANNED:
        raise NotAllowed(
            "The agenda is frozen.",
            hint="Plan the item for a next meeting.",
            where={"state": meeting.state},
        )
    last = select(func.max(AgendaItem.number)).where(AgendaItem.meeting_id == meeting.id)
    number = (work.session.scalar(last) or 0) + 1
    item = _item(work, case, number, wanted)
    chosen = admitted(work, case, meeting, seats)
    for user, _ in () if item.without_persons else chosen.values():
        insist_open(work, case, user, Phase(item.phase))
    item.seats = [
        Seat(case_id=case.id, user_id=user.id, admitted_because=why)
        for user, why in chosen.values()
    ]
    item.meeting = meeting
    work.session.add(item)
    work.record(EventKind.ITEM_ADDED, item, seats=len(item.seats), phase=item.phase)
    return item


def compare_options(
    work: Work, case_id: UUID, item_id: UUID, version: int, options: Mapping[str, Option]
) -> AgendaItem:
    """What could be done in each of the three tracks, why, and why not; no track passes unseen."""
    case = work.case(case_id, Permission.MEETING_RUN)
    item = item_of(work, case, item_id)
    insist_current(work, item, version, options)
    if item.meeting.state not in BEFORE:
        raise NotAllowed(
            "Options are compared before the meeting decides.",
            where={"state": item.meeting.state},
            hint="Put the item on the agenda of a next meeting.",
        )
    rows = [row for row in law.tracks() if row.in_force(work.today)]
    item.options = {row.code: option(row, options.get(row.code, Option())) for row in rows}
    texts = fields(item.options)
    insist_unnamed(work, case, "options", *texts.values())
    insist_bare(work, item, texts)
    work.record(EventKind.OPTIONS_COMPARED, item, tracks=len(item.options))
    return item


def read_item(work: Work, case_id: UUID, item_id: UUID) -> ItemView:
    """One agenda item, for a seat admitted to it: with its own papers and no others."""
    case = work.case(case_id, Permission.MEETING_READ)
    item = item_of(work, case, item_id)
    seat, may_run = seat_of(work, item), work.may(Permission.MEETING_RUN, case)
    table = readable(seat, item)
    own, outcome = work.actor.organisation_id, not left_room(seat)
    work.record(EventKind.ITEM_READ, item)
    return ItemView(
        item=item,
        seat=seat,
        may_run=may_run,
        own=own,
        outcome=outcome,
        papers=tuple(row for row in table if isinstance(row, Paper)),
        contributions=_brought(item, seat, table),
        bodies=bodies(case),
        actions=tuple(row for row in item.actions if outcome or row.owner_id == own),
        corrections=tuple(item.corrections) if outcome else (),
        elsewhere=_elsewhere(item) if may_run else (),
        plans=plans_at(work, {case.id} if any(row.barrier for row in item.actions) else ()),
        waits=waits(work, case, item.number),
        told_why=work.told_why(case),
    )


def _brought(item: AgendaItem, seat: Seat, table: tuple[Thing, ...]) -> tuple[Contribution, ...]:
    """What this seat may read of what was brought, and the trace of what its own house recalled."""
    body = seat.user.organisation_id
    own = (row for row in item.contributions if row.recalled_at and row.organisation_id == body)
    return (*(row for row in table if isinstance(row, Contribution)), *own)


def _elsewhere(item: AgendaItem) -> tuple[User, ...]:
    """The people of the other items of this meeting, to whom this item does not open."""
    admitted = {seat.user_id for seat in item.seats}
    others = {
        seat.user_id: seat.user
        for other in item.meeting.items
        for seat in other.seats
        if seat.user_id not in admitted
    }
    return tuple(sorted(others.values(), key=lambda user: user.name))


def _item(work: Work, case: Case, number: int, wanted: Wanted) -> AgendaItem:
    insist_reached(case, wanted.phase)
    insist_addable(work, case, persons=not wanted.without_persons)
    if wanted.without_persons and wanted.phase in (Phase.WEIGHING, Phase.DEEP):
        raise Invalid(
            "An item without persons stands in phase 1: phase {phase} adds data on persons.",
            where={"field": "phase", "basis": "WGS 2.22, 2.23"},
            hint="Choose phase 1, or say that the item is about persons.",
            phase=Phase(wanted.phase).number,
        )
    insist_unnamed(work, case, "question", wanted.title, wanted.question, wanted.why, wanted.asked)
    if wanted.without_persons:
        parts = ("title", "question", "why", "asked", "basis")
        insist_without_persons(work, case, {name: getattr(wanted, name) for name in parts})
    points = tuple(row.code for row in law.agenda_points() if row.takes_items)
    return AgendaItem(
        case_id=case.id,
        number=number,
        title=said(wanted.title, "title", 200),
        question=said(wanted.question, "question"),
        point=one_of(wanted.point, "point", points),
        why=fitting(wanted.why, "why"),
        asked=fitting(wanted.asked, "asked"),
        phase=wanted.phase,
        basis=said(wanted.basis, "basis"),
        without_persons=wanted.without_persons,
        victim_check=one_of(wanted.victim_check, "victim_check", tuple(VictimCheck)),
    )
