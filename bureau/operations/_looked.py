"""Finds who looked: lines of the trail about a file, and searches for one of its parties."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, not_, or_, select
from sqlalchemy.orm import selectinload

from bureau.model import Case, Entity, Event, Identifier, Person, User
from bureau.operations import _marks
from bureau.operations._trail_lines import HELPERS
from bureau.rules.dates import civil_date
from bureau.rules.event_groups import LOOKS, REFUSALS
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Role
from bureau.work import Work

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class LookLine:
    """One look: who, in which function of which body, when, at what, what for, by which way."""

    seq: int
    at: datetime
    kind: str
    about: str
    scope: str
    name: str
    login: str
    roles: tuple[Role, ...]
    organisation: str
    purpose: str
    via: str
    refused: bool

    @property
    def day(self) -> date:
        """The civil day of the look."""
        return civil_date(self.at)


def about(case: Case) -> ColumnElement[bool]:
    """Which lines are a look at `case` or a refused one; helpers of victims are left out.

    That somebody who works in support files alone asked for a case would tell of that work.
    """
    return and_(Event.scope == f"case:{case.id}", shows(), _no_helper())


def shows() -> ColumnElement[bool]:
    """Which lines tell that content was shown to somebody, or that this was refused."""
    denied = and_(Event.kind.in_(REFUSALS), Event.scope.startswith("case:", autoescape=True))
    return or_(Event.kind.in_(LOOKS), denied)


def _no_helper() -> ColumnElement[bool]:
    return or_(Event.actor_id.is_(None), Event.actor_id.not_in(HELPERS))


def lines(work: Work, events: Iterable[Event]) -> tuple[LookLine, ...]:
    """The looks of these lines of the trail, with who each was."""
    rows = tuple(events)
    known = _people(work, {row.actor_id for row in rows if row.actor_id})
    return tuple(_line(row, known.get(row.actor_id)) for row in rows)


def _people(work: Work, ids: Iterable[UUID]) -> dict[UUID | None, User]:
    query = select(User).where(User.id.in_(ids)).options(selectinload(User.roles))
    return {user.id: user for user in work.session.scalars(query)}


def _line(event: Event, user: User | None) -> LookLine:
    return LookLine(
        seq=event.seq,
        at=event.at,
        kind=event.kind,
        about=event.subject.partition(":")[0],
        scope=event.scope,
        name=user.name if user else "",
        login=user.login if user else "",
        roles=tuple(sorted(row.role for row in user.roles)) if user else (),
        organisation=user.organisation.name if user else "",
        purpose=event.purpose,
        via=str(event.facts.get("via", "")),
        refused=event.kind in REFUSALS,
    )


def sought(work: Work, case: Case) -> tuple[LookLine, ...]:
    """Searches of colleagues who may not see `case` for the whole name or number of a party.

    They are found here, where the owner looks, and never while somebody searches: what the
    searcher gets, and how soon, cannot depend on it. A protected person takes no part.
    """
    found = list[Event]()
    marks = tuple(_marks.marks(_texts(work, case)))
    for at in range(0, len(marks), AT_ONCE):
        some = Event.facts["mark"].as_string().in_(marks[at : at + AT_ONCE])
        query = _searches(case).where(some)
        found.extend(work.session.scalars(query))
    return lines(work, sorted(found, key=_newest))


def _newest(event: Event) -> int:
    return -event.seq


def _searches(case: Case) -> Select[Any]:
    members = [row.user_id for row in case.members]
    return select(Event).where(
        Event.kind == EventKind.SEARCHED,
        Event.organisation_id == case.organisation_id,
        Event.actor_id.not_in(members),
        Event.at >= case.opened_at,
        _no_helper(),
    )


def _texts(work: Work, case: Case) -> Iterator[str]:
    hidden = select(Person.id).where(Person.protected.is_(True))
    bare = Entity.__table__
    labels = select(bare.c.label).where(bare.c.case_id == case.id, bare.c.id.not_in(hidden))
    yield from work.session.scalars(labels)
    numbers = select(Identifier.value, Identifier.sealed).where(
        Identifier.case_id == case.id, Identifier.entity_id.not_in(hidden)
    )
    for value, sealed in work.session.execute(numbers):
        yield sealed or value


def counted(work: Work, query: Select[Any]) -> int:
    """How many lines a query finds."""
    return work.session.scalar(select(func.count()).select_from(query.subquery())) or 0


def others(work: Work) -> ColumnElement[bool]:
    """The looks of anybody but the reader."""
    return or_(Event.actor_id.is_(None), not_(Event.actor_id == work.actor.id))


def page(query: Select[Any], number: int, size: int, total: int) -> tuple[Select[Any], int, int]:
    """One page of a query, newest first, with its number and how many there are."""
    pages = max(1, -(-total // size))
    shown = min(max(number, 1), pages)
    return query.order_by(Event.seq.desc()).offset((shown - 1) * size).limit(size), shown, pages


def by_day(rows: Sequence[LookLine]) -> tuple[tuple[date, tuple[LookLine, ...]], ...]:
    """The looks by the day on which they were, in the order in which they stand."""
    found: dict[date, list[LookLine]] = {}
    for row in rows:
        found.setdefault(row.day, []).append(row)
    return tuple((day, tuple(each)) for day, each in found.items())
