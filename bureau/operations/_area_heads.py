"""What an area was called, who kept it and how it was drawn, as on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotAllowed
from bureau.model import Area, AreaPast
from bureau.rules.dates import civil_date
from bureau.rules.events import EventKind
from bureau.work import Work

Head = Area | AreaPast
KEPT = (
    *("name", "polygons", "drawn_from", "drawn_on", "ring", "comparison", "keeper_id"),
    *("valid_until", "end_reason"),
)


@dataclass(frozen=True, slots=True)
class AreaChange:
    """A change of an area: what held before it, who made it, when and why."""

    name: str
    keeper: str
    drawn_from: str
    until: date | None
    by: str
    at: datetime
    why: str


def keep_past(work: Work, area: Area, why: str) -> None:
    """Keep what an area is now, before it is changed for a reason."""
    now = {name: getattr(area, name) for name in KEPT}
    past = AreaPast(area_id=area.id, **now, why=why, by_id=work.actor.id, at=work.now)
    work.session.add(past)
    work.record(EventKind.AREA_CHANGED, past, area=area.code)


def heads(work: Work, areas: Iterable[Area], day: date) -> dict[UUID, Head]:
    """What each area was at the end of a day, by its id."""
    found: dict[UUID, Head] = {area.id: area for area in areas}
    for row in reversed(_pasts(work, found)):
        if civil_date(row.at) > day:
            found[row.area_id] = row
    return found


def changes(work: Work, area: Area, day: date) -> tuple[AreaChange, ...]:
    """The changes of an area up to and on a day, the newest first."""
    rows = [row for row in _pasts(work, [area.id]) if civil_date(row.at) <= day]
    return tuple(map(_change, reversed(rows)))


def over(head: Head, day: date) -> bool:
    """Whether the last day of an area lies before `day`."""
    return head.valid_until is not None and head.valid_until < day


def insist_lasting(work: Work, area: Area) -> None:
    """Stop where an area has ended: it is read, and nothing new is tied to it."""
    if over(area, work.today):
        raise NotAllowed(
            "The area {name} has ended; it is kept to read.",
            where={"guard": "area_ended", "area": area.code},
            hint="Choose an area that holds, or let this one hold again first.",
            name=area.name,
        )


def _pasts(work: Work, ids: Iterable[UUID]) -> list[AreaPast]:
    query = select(AreaPast).where(AreaPast.area_id.in_(list(ids)))
    return list(work.session.scalars(query.order_by(AreaPast.at, AreaPast.id)))


def _change(row: AreaPast) -> AreaChange:
    return AreaChange(
        name=row.name,
        keeper=row.keeper.name,
        drawn_from=row.drawn_from,
        until=row.valid_until,
        by=row.by.name,
        at=row.at,
        why=row.why,
    )
