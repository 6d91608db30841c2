"""Which lines of the trail an auditor may see."""

from uuid import UUID

from sqlalchemy import ColumnElement, Select, String, and_, cast, func, literal, not_, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from bureau.model import Event, Job, LookAlert, UserRole
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Role
from bureau.work import Work

SUBJECT = "trail:-"  # the trail itself, of which an event tells
NOTHING = "-"  # the subject of a refusal that reached no record
# Helpers work in support files alone: what they were refused tells of that work too.
HELPERS = select(UserRole.user_id).where(UserRole.role.in_((Role.CARE, Role.CARE_LEAD)))

HOLDS = (EventKind.SAFETY_HOLD_SET, EventKind.SAFETY_HOLD_RELEASED)


def open_to(work: Work) -> ColumnElement[bool]:
    """Which lines an auditor may see: what was done in support files only those of the house."""
    support = or_(
        Event.scope.startswith("support_", autoescape=True),
        Event.subject.startswith("support_", autoescape=True),
        func.replace(Event.subject, "-", "").in_(_support_jobs()),
        and_(Event.scope == NOTHING, Event.actor_id.in_(HELPERS)),
        Event.kind == EventKind.PACKAGE_SEALED,  # it does not tell of which file
        Event.kind.in_(HOLDS),  # who of the victim track held which case
    )
    # Nobody sees a question about how they looked themselves, not even that there is one.
    mine = cast(LookAlert.concerned, String).like(f"%{work.actor.id}%")
    asked = select(literal("look_alert:") + _plain(LookAlert.id)).where(mine)
    about_me = func.replace(Event.scope, "-", "").in_(asked)
    # A sign that a colleague gave is theirs alone: not even the auditor of the house sees that.
    given = and_(Event.kind == EventKind.SUPPORT_OPENED, Event.actor_id.not_in(HELPERS))
    own = and_(Event.organisation_id == work.actor.organisation_id, not_(given))
    return and_(or_(not_(support), own), not_(about_me))


def _plain(key: ColumnElement[UUID] | InstrumentedAttribute[UUID]) -> ColumnElement[str]:
    """An id without dashes: each database writes ids its way."""
    return func.replace(cast(key, String), "-", "")


def _support_jobs() -> Select[str]:
    """The names of the jobs of support files, without dashes: each database writes ids its way."""
    return select(literal("job:") + _plain(Job.id)).where(
        Job.scope.startswith("support_", autoescape=True)
    )
