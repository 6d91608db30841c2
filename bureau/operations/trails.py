"""Looking at the trail; the look itself becomes a line of it (NEN 7513)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, not_, or_, select

from bureau.model import Case, Event, SupportFile, SupportMember, User
from bureau.operations._trail_lines import SUBJECT, open_to
from bureau.policy import Permission
from bureau.rules.event_groups import READINGS, REFUSALS
from bureau.rules.events import EventKind
from bureau.work import Work

PAGE = 100
REFERENCES: Mapping[str, type[Case] | type[SupportFile]] = {
    "case": Case,
    "support_file": SupportFile,
}


class Show(StrEnum):
    """What part of the trail is looked at."""

    DONE = "done"  # changes and refusals
    CHANGES = "changes"
    READINGS = "readings"
    REFUSALS = "refusals"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class TrailPage:
    """A page of the trail, newest first, with the names of who acted.

    `references` has the reference of each file by its scope, such as case:…
    """

    events: tuple[Event, ...]
    names: dict[str, str]
    references: Mapping[str, str]
    total: int
    page: int
    pages: int


def read_trail(
    work: Work, page: int = 1, kind: str = "", scope: str = "", show: Show = Show.ALL
) -> TrailPage:
    """One page of the trail, narrowed to a kind of event or to one file where asked.

    A file is named by its scope (case:…) or by its reference. What was done in support files
    shows to an auditor of the same organisation only.
    """
    work.require(Permission.TRAIL_READ)
    # PostgreSQL takes no NUL in a comparison; with a sign no line holds nothing is found.
    kind, scope = (word.replace("\0", "\N{REPLACEMENT CHARACTER}") for word in (kind, scope))
    query = select(Event).where(open_to(work), _part(show))
    if kind:
        query = query.where(Event.kind == kind)
    if scope:
        query = query.where(Event.scope == _scope(work, scope))
    total = work.session.scalar(select(func.count()).select_from(query.subquery())) or 0
    pages = max(1, -(-total // PAGE))
    shown = min(max(page, 1), pages)
    rows = query.order_by(Event.seq.desc()).offset((shown - 1) * PAGE).limit(PAGE)
    events = tuple(work.session.scalars(rows))
    work.record(EventKind.TRAIL_READ, SUBJECT, page=shown, event=kind, file=scope)
    return TrailPage(events, _names(work, events), _references(work, events), total, shown, pages)


def _names(work: Work, events: tuple[Event, ...]) -> dict[str, str]:
    ids = {event.actor_id for event in events if event.actor_id}
    users = work.session.scalars(select(User).where(User.id.in_(ids)))
    return {str(user.id): f"{user.name} ({user.organisation.name})" for user in users}


def _part(show: Show) -> ColumnElement[bool]:
    refused = or_(Event.kind.in_(REFUSALS), Event.outcome != "done")
    read = Event.kind.in_(READINGS)
    parts = {
        Show.DONE: or_(refused, not_(read)),
        Show.CHANGES: and_(not_(refused), not_(read)),
        Show.READINGS: and_(not_(refused), read),
        Show.REFUSALS: refused,
    }
    return parts.get(show, Event.seq > 0)


def _scope(work: Work, asked: str) -> str:
    """The scope of the file with this reference; what is none stays as it was asked."""
    for name, table in REFERENCES.items():
        query = _named(work, table).where(table.reference == asked.upper())
        if found := work.session.execute(query).first():
            return f"{name}:{found.id}"
    return asked


def _references(work: Work, events: tuple[Event, ...]) -> dict[str, str]:
    found = {}
    for name, table in REFERENCES.items():
        scopes = {event.scope for event in events if event.scope.startswith(f"{name}:")}
        ids = [UUID(scope.partition(":")[2]) for scope in scopes if scope.count("-") > 1]
        for row in work.session.execute(_named(work, table).where(table.id.in_(ids))):
            found[f"{name}:{row.id}"] = row.reference
    return found


def _named(work: Work, table: type[Case] | type[SupportFile]) -> Select[UUID, str]:
    """The references of files; of support files only those that the own organisation helps in."""
    query = select(table.id, table.reference)
    if table is Case:
        return query
    colleagues = select(User.id).where(User.organisation_id == work.actor.organisation_id)
    helped = select(SupportMember.file_id).where(SupportMember.user_id.in_(colleagues))
    return query.where(table.id.in_(helped))
