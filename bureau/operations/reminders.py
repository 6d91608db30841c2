"""A daily reminder for one person: terms that end or ran out and tasks that wait, without names."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from bureau.model import Organisation, Reminder, User
from bureau.operations import _picture_days, clearances, tasks
from bureau.operations._clock import CaseClock
from bureau.operations._meeting_days import MeetingDay, own_days
from bureau.operations._picture_days import PictureDay
from bureau.policy import Permission
from bureau.rules.clock import ClockState
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Language
from bureau.work import Work

SOON = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class TermLine:
    """A term that ends soon or ran out: the reference of its file and its days."""

    reference: str
    clock: CaseClock
    over: bool


@dataclass(frozen=True, slots=True)
class Digest:
    """What one person is reminded of on a day; tasks by kind, with how many there are.

    `tables` are meetings to come and own actions from meetings; `endings` dates of admission;
    `pictures` what comes due in areas and on boards, and a survey that runs.
    """

    login: str
    language: Language
    day: date
    terms: tuple[TermLine, ...]
    tasks: tuple[tuple[str, str, int, date | None], ...]
    tables: tuple[MeetingDay, ...] = ()
    endings: tuple[clearances.Ending, ...] = ()
    pictures: tuple[PictureDay, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to be reminded of."""
        return not (self.terms or self.tasks or self.tables or self.endings or self.pictures)


def list_people(work: Work) -> tuple[str, ...]:
    """The logins of all in the house and its partners who may sign in, for the daily round."""
    work.require(Permission.USER_MANAGE)
    own = work.actor.organisation_id
    bodies = select(Organisation.id).where(
        (Organisation.id == own) | (Organisation.house_id == own)
    )
    query = select(User).where(User.organisation_id.in_(bodies), User.active)
    people = work.session.scalars(query.order_by(User.login))
    found = [row.login for row in people if row.opens(work.today)]
    work.record(EventKind.USER_LISTED, "user:*", shown=len(found))
    return tuple(found)


def own_digest(work: Work) -> Digest | None:
    """What the actor is to be reminded of today; None when that was done already."""
    work.require(Permission.WORK_READ)
    query = select(Reminder).where(Reminder.user_id == work.actor.id, Reminder.day == work.today)
    if work.session.scalar(query) is not None:
        return None
    user = work.session.get_one(User, work.actor.id)
    waiting = tasks.upcoming(work)
    return Digest(
        login=user.login,
        language=user.language,
        day=work.today,
        terms=tuple(line for task in waiting if (line := _term(task, work.today))),
        tasks=tuple(
            (task.kind.value, task.reference, task.count, task.due)
            for task in waiting
            if task.clock is None
        ),
        tables=tuple(row for row in own_days(work) if row.day <= work.today + SOON),
        endings=clearances.ending(work),
        pictures=tuple(row for row in _picture_days.own_days(work) if row.near),
    )


def _term(task: tasks.Task, today: date) -> TermLine | None:
    clock = task.clock
    if clock is None:
        return None
    over = clock.state is ClockState.OVERDUE
    return TermLine(task.reference, clock, over) if over or clock.soon(today) else None


def mark_sent(work: Work, digest: Digest, way: str) -> Reminder:
    """Keep that the actor was reminded today; the database refuses a second time."""
    work.require(Permission.WORK_READ)
    row = Reminder(
        user_id=work.actor.id,
        day=digest.day,
        clocks=len(digest.terms),
        tasks=len(digest.tasks),
        at=work.now,
    )
    work.session.add(row)
    work.record(
        EventKind.REMINDER_SENT, row, way=way, terms=len(digest.terms), tasks=len(digest.tasks)
    )
    return row
