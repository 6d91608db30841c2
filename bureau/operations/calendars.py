"""One's own terms in a calendar program: an address given once, taken back at once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotAllowed, NotFound
from bureau.model import CalendarFeed
from bureau.model.base import token
from bureau.model.token import digest_of
from bureau.operations import _picture_days, _sharing_tasks, tasks
from bureau.operations._meeting_days import own_days
from bureau.policy import Permission
from bureau.rules import house_terms
from bureau.rules.events import EventKind
from bureau.rules.tables import Texts
from bureau.work import Work

MOST_LIVE = 5
ADDRESS = "calendar_address"


@dataclass(frozen=True, slots=True)
class FeedLine:
    """One of one's own addresses; the secret is not among what is known of it."""

    id: UUID
    issued_at: datetime
    ends_on: date
    revoked_at: datetime | None
    over: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A last day in the calendar: which term of which file, and nothing of whom it is about."""

    key: str
    reference: str
    name: Texts
    due: date
    target: date


def list_feeds(work: Work) -> tuple[FeedLine, ...]:
    """One's own addresses, newest first, those taken back included."""
    work.require(Permission.WORK_READ)
    rows = select(CalendarFeed).where(CalendarFeed.user_id == work.actor.id)
    found = list(work.session.scalars(rows.order_by(CalendarFeed.issued_at.desc())))
    work.record(EventKind.CALENDAR_READ, f"user:{work.actor.id}", shown=len(found))
    return tuple(
        FeedLine(row.id, row.issued_at, row.ends_on, row.revoked_at, row.ends_on < work.today)
        for row in found
    )


def issue_feed(work: Work) -> str:
    """A new secret for an address, shown this once; raises NotAllowed with too many in use."""
    work.require(Permission.WORK_READ)
    rows = select(CalendarFeed).where(
        CalendarFeed.user_id == work.actor.id,
        CalendarFeed.revoked_at.is_(None),
        CalendarFeed.ends_on >= work.today,
    )
    if len(work.session.scalars(rows).all()) >= MOST_LIVE:
        raise NotAllowed(
            "You have {most} calendar addresses in use already.",
            where={"guard": "calendars in use"},
            hint="Take back the ones that are no longer needed.",
            most=MOST_LIVE,
        )
    secret = token()
    row = CalendarFeed(
        digest=digest_of(secret),
        user_id=work.actor.id,
        organisation_id=work.actor.organisation_id,
        issued_at=work.now,
        ends_on=house_terms.last_day(ADDRESS, work.today),
    )
    work.session.add(row)
    work.record(EventKind.CALENDAR_ISSUED, row)
    return secret


def renew_feed(work: Work, feed_id: UUID) -> date:
    """Let one's own address last a whole term from today; its last day.

    Raises NotAllowed for one that was taken back or ended: a new one asks the password again.
    """
    work.require(Permission.WORK_READ)
    row = _own(work, feed_id)
    if row.revoked_at is not None or row.ends_on < work.today:
        raise NotAllowed(
            "This address was taken back or has ended.",
            where={"guard": "address in use"},
            hint="Make a new address.",
        )
    row.ends_on = house_terms.last_day(ADDRESS, work.today)
    work.record(EventKind.CALENDAR_RENEWED, row, until=row.ends_on.isoformat())
    return row.ends_on


def revoke_feed(work: Work, feed_id: UUID) -> None:
    """Take an address back; it answers nothing from the next request on."""
    work.require(Permission.WORK_READ)
    row = _own(work, feed_id)
    if row.revoked_at is None:
        row.revoked_at = work.now
    work.record(EventKind.CALENDAR_REVOKED, row)


def read_feed(work: Work) -> tuple[Entry, ...]:
    """One's terms, duties, meetings and what comes due in areas: reference, kind and days only."""
    work.require(Permission.WORK_READ)
    waiting = tasks.upcoming(work)
    found = [task for task in waiting if task.clock and task.due]
    tables = tuple(
        Entry(key=row.key, reference=row.reference, name=row.name, due=row.day, target=row.day)
        for row in own_days(work)
    )
    pictures = tuple(
        Entry(key=row.key, reference=row.reference, name=row.name, due=row.day, target=row.day)
        for row in _picture_days.own_days(work)
    )
    duties = tuple(_duties(work, waiting))
    shown = len(found) + len(tables) + len(duties) + len(pictures)
    work.record(EventKind.CALENDAR_READ, f"user:{work.actor.id}", shown=shown)
    terms = tuple(
        Entry(
            key=f"{task.case_id}-{task.clock.term}-{task.clock.started_on.isoformat()}",
            reference=task.reference,
            name=task.clock.name,
            due=task.clock.due,
            target=task.clock.target,
        )
        for task in found
        if task.clock
    )
    return (*terms, *duties, *tables, *pictures)


def _duties(work: Work, waiting: Iterable[tasks.Task]) -> Iterator[Entry]:
    """What the sharing register asks, each on its last day."""
    for task in waiting:
        name = _sharing_tasks.name(task.kind, work.today)
        if name is not None and task.due:
            key = f"{task.case_id}-{task.kind}-{task.due.isoformat()}"
            yield Entry(key, task.reference, name, task.due, task.due)


def _own(work: Work, feed_id: UUID) -> CalendarFeed:
    row = work.session.get(CalendarFeed, feed_id)
    if row is None or row.user_id != work.actor.id:
        raise NotFound("There is nothing here that you may see.")
    return row
