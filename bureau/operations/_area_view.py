"""The profile of an area as its page shows it: blocks with what holds on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from bureau.errors import NotFound
from bureau.formats.boundaries import Polygons, hectares
from bureau.model import Area, AreaEntry
from bureau.operations import _area_heads
from bureau.operations._area_heads import Head
from bureau.operations._houses import partnership
from bureau.rules import areas
from bureau.rules.areas import AreaBlock
from bureau.rules.dates import civil_date
from bureau.rules.tables import Texts
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class EntryView:
    """One statement about an area with its words."""

    number: int
    kind: str
    name: Texts
    text: str
    value: str
    unit: Texts
    on: date
    until: date | None
    source: str
    more: tuple[tuple[Texts, Texts], ...]
    by: str
    at: datetime
    ended: bool
    over: bool
    reason: str
    ended_at: datetime | None = None
    ended_by: str = ""
    corrects: int | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """A figure over the years, oldest first; `shares` are parts of the highest."""

    name: Texts
    unit: Texts
    points: tuple[EntryView, ...]

    @property
    def shares(self) -> tuple[int, ...]:
        """Each value as a whole percentage of the highest."""
        values = [Decimal(point.value) for point in self.points]
        most = max(values) or Decimal(1)
        return tuple(int(100 * value / most) for value in values)


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block with what holds, and the figures that were told more than once."""

    row: AreaBlock
    entries: tuple[EntryView, ...]
    series: tuple[Series, ...]

    @property
    def earlier(self) -> tuple[EntryView, ...]:
        """What is in a series and has a newer value."""
        return tuple(point for series in self.series for point in series.points[:-1])

    @property
    def current(self) -> tuple[EntryView, ...]:
        """All the rest: what holds now, or is not counted by the year."""
        old = {entry.number for entry in self.earlier}
        return tuple(entry for entry in self.entries if entry.number not in old)


@dataclass(frozen=True, slots=True)
class AreaShape:
    """An area as it is drawn and named; `over` once its last day has passed."""

    code: str
    name: str
    polygons: Polygons
    hectares: int
    until: date | None = None
    over: bool = False


def found(work: Work, code: str) -> Area:
    """The area of the partnership with this code; raises NotFound."""
    query = select(Area).where(Area.house_id == partnership(work), Area.code == code)
    row = work.session.scalar(query)
    if row is None:
        raise NotFound("There is nothing here that you may see.")
    return row


def every(work: Work) -> tuple[Area, ...]:
    """All areas of the partnership by name."""
    query = select(Area).where(Area.house_id == partnership(work)).order_by(Area.name, Area.code)
    return tuple(work.session.scalars(query))


def shape(code: str, head: Head, day: date) -> AreaShape:
    """The area of this code as it was called and drawn, its rings as points."""
    polygons = tuple(
        tuple(tuple((point[0], point[1]) for point in ring) for ring in polygon)
        for polygon in head.polygons
    )
    until, surface = head.valid_until, round(hectares(polygons))
    return AreaShape(code, head.name, polygons, surface, until, _area_heads.over(head, day))


def views(work: Work, area: Area, day: date) -> tuple[BlockView, ...]:
    """The blocks of a profile with what was known on a day and not ended by then."""
    known = held(work, area, day)
    return tuple(
        _block(row, [each for each in known if each.block == row.code], day)
        for row in areas.blocks().on(work.today)
    )


def held(work: Work, area: Area, day: date) -> list[AreaEntry]:
    """The statements that were known on a day and not ended by then, oldest first."""
    query = select(AreaEntry).where(AreaEntry.area_id == area.id)
    rows = work.session.scalars(query.order_by(AreaEntry.on, AreaEntry.at, AreaEntry.id))
    return [row for row in rows if _held(row, day)]


def entry_view(row: AreaEntry, block: AreaBlock, day: date) -> EntryView:
    """A statement in words; `over` where its last day lies before `day`."""
    return EntryView(
        number=row.number,
        kind=row.kind,
        name=block.kind(row.kind),
        text=row.text,
        value=row.value,
        unit=block.unit(row.kind),
        on=row.on,
        until=row.until,
        source=row.source,
        more=tuple(block.told(name, said) for name, said in row.more.items() if said),
        by=row.by.name,
        at=row.at,
        ended=row.ended_at is not None,
        over=row.until is not None and row.until < day,
        reason=row.reason,
        ended_at=row.ended_at,
        ended_by=row.ended_by.name if row.ended_by else "",
        corrects=row.corrects,
    )


def _held(row: AreaEntry, day: date) -> bool:
    ended = civil_date(row.ended_at) if row.ended_at else None
    return civil_date(row.at) <= day and (ended is None or ended > day)


def _block(block: AreaBlock, rows: list[AreaEntry], day: date) -> BlockView:
    shown = tuple(entry_view(row, block, day) for row in rows)
    return BlockView(block, shown, tuple(_series(block, shown)))


def _series(block: AreaBlock, shown: tuple[EntryView, ...]) -> Iterable[Series]:
    for choice in block.kinds:
        points = tuple(each for each in shown if each.kind == choice.code and each.value)
        if len(points) > 1:
            yield Series(choice.text, block.unit(choice.code), points)


def rings(polygons: Polygons) -> list[Any]:
    """Polygons as plain lists, to be kept."""
    return [[[list(point) for point in ring] for ring in polygon] for polygon in polygons]
