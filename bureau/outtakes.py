"""What leaves with a person is counted where the trail tells of it, and stops at a quota.

Everything that takes a file or a paper out writes a line of one kind (`OUTTAKES`): pages, the
interface for programs, commands and the worker alike. So the lines of the trail are the count, and
nothing else is kept. On SQLite a piece of work holds the one write lock from its beginning; on
PostgreSQL it takes a lock of that person first: of two at the last place one alone goes out.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, select, text
from sqlalchemy.orm import Session

from bureau.errors import NotAllowed
from bureau.model import Event, ExportLift, Outcome
from bureau.policy import Actor
from bureau.rules.dates import CIVIL, civil_date
from bureau.rules.events import EventKind
from bureau.rules.export_quota import KINDS, Place, Standing, place_of, rows_for, standing
from bureau.trust import trail

FULL = "full"


def standings(session: Session, actor: Actor, place: Place, now: datetime) -> tuple[Standing, ...]:
    """Where each row of the quota of this person stands now."""
    rows = rows_for(actor.roles, place, civil_date(now))
    if not rows:
        return ()
    since, most = now - rows[-1].span, max(row.number for row in rows)
    before = list(session.scalars(_taken(actor, KINDS[place], since).limit(most)))
    taken = [*[now] * trail.waiting(session, KINDS[place]), *before]
    return tuple(standing(row, taken, now) for row in rows)


def counted(session: Session, actor: Actor, kind: EventKind, now: datetime) -> dict[str, Any]:
    """What the line of this event says of the quota, if it takes something out at all.

    Raises NotAllowed where nothing is left and nobody lifted that. The line that takes the last
    place says so, for the reviewers of looks.
    """
    place = place_of(kind)
    if place is None:
        return {}
    _one_by_one(session, actor)
    found = standings(session, actor, place, now)
    stopped = next((each for each in reversed(found) if each.opens), None)
    if stopped is None or stopped.opens is None:
        return {"quota": FULL} if any(each.last for each in found) else {}
    lift = running(session, actor, place, now)
    if lift is None or _used(session, actor, lift, place) >= lift.number:
        raise _refusal(stopped, stopped.opens.astimezone(CIVIL))
    return {"lifted": True}


def running(session: Session, actor: Actor, place: Place, now: datetime) -> ExportLift | None:
    """The lift that a second person gave last and that did not run out."""
    query = select(ExportLift).where(
        ExportLift.user_id == actor.id,
        ExportLift.place == place,
        ExportLift.from_at <= now,
        ExportLift.until_at > now,
    )
    return session.scalars(query.order_by(ExportLift.from_at.desc()).limit(1)).first()


def _used(session: Session, actor: Actor, lift: ExportLift, place: Place) -> int:
    """How many of a lift are used: all that was taken out since it was given."""
    since = (lift.from_at or lift.asked_at) - timedelta(microseconds=1)
    rows = session.execute(_taken(actor, KINDS[place], since).add_columns(Event.facts))
    before = sum(bool(facts.get("lifted")) for _, facts in rows)
    return before + trail.waiting(session, KINDS[place])


def _taken(actor: Actor, kinds: Collection[EventKind], since: datetime) -> Select[Any]:
    query = select(Event.at).where(
        Event.actor_id == actor.id,
        Event.kind.in_(sorted(kinds)),
        Event.at > since,
        Event.outcome == Outcome.DONE,
    )
    return query.order_by(Event.seq.desc())


def _one_by_one(session: Session, actor: Actor) -> None:
    """One piece of work of this person at a time counts; the other one waits for its end."""
    if session.get_bind().dialect.name == "postgresql":
        key = int.from_bytes(actor.id.bytes[:8], signed=True)
        session.connection().execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": key})


def _refusal(stopped: Standing, opens: datetime) -> NotAllowed:
    return NotAllowed(
        "You took out {number} files, copies and prints {time}: that is the most.",
        where={"guard": "export_quota", "basis": stopped.row.basis},
        hint="It opens again on {day} at {hour}. Before that a colleague can lift it once, for a"
        " number and a time: Your account, What you took out.",
        number=stopped.row.number,
        time=stopped.row.name,
        day=opens.date().isoformat(),
        hour=f"{opens:%H:%M}",
    )
