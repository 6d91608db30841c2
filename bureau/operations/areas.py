"""Areas of a partnership: boundaries taken in, a profile read as on a day, neighbours chosen."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any
from uuid import UUID

from bureau.errors import Invalid
from bureau.formats import boundaries
from bureau.formats.boundaries import Boundary
from bureau.model import Area
from bureau.operations import _area_heads, _area_signals, _area_view
from bureau.operations._area_heads import AreaChange
from bureau.operations._area_signals import AreaSignals
from bureau.operations._area_view import AreaShape, BlockView, EntryView
from bureau.operations._checks import one_of, past, said
from bureau.operations._houses import partnership
from bureau.operations._nobody import insist_nobody
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.work import Work

__all__ = ["AreaShape", "BlockView", "EntryView", "Profile", "import_boundaries", "read_area"]

SOURCE = 200
MOST_RING = 12


@dataclass(frozen=True, slots=True)
class Profile:
    """An area on a day: its shape beside all others, its blocks, who keeps it."""

    version: int
    shape: AreaShape
    others: tuple[AreaShape, ...]
    ring: tuple[str, ...]
    comparison: str
    keeper: str
    keeper_id: UUID
    drawn_from: str
    drawn_on: date
    end_reason: str
    day: date
    blocks: tuple[BlockView, ...]
    changes: tuple[AreaChange, ...]
    signals: AreaSignals


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a file of boundaries."""

    read: int
    stored: int
    duplicates: int
    hectares: int

    def as_json(self) -> dict[str, Any]:
        """The answer of the command."""
        counts = {"read": self.read, "stored": self.stored, "duplicates": self.duplicates}
        totals = {"hectares": self.hectares}
        return {"format": "boundaries", **counts, "warnings": [], "totals": totals}


def list_areas(work: Work) -> tuple[AreaShape, ...]:
    """The areas of the partnership, to be drawn and named; those that ended are told apart."""
    work.require(Permission.PICTURE_READ)
    rows = _area_view.every(work)
    work.record(EventKind.AREA_READ, "area:*", shown=len(rows))
    return tuple(_area_view.shape(row.code, row, work.today) for row in rows)


def read_area(work: Work, code: str, day: date | None = None) -> Profile:
    """The profile of an area as it stood at the end of a day, today without one."""
    work.require(Permission.PICTURE_READ)
    area = _area_view.found(work, code)
    at = past(work, day, "on")
    rows = _area_view.every(work)
    heads = _area_heads.heads(work, rows, at)
    head = heads[area.id]
    shapes = [_area_view.shape(row.code, heads[row.id], at) for row in rows if row is not area]
    work.record(EventKind.AREA_READ, area, on=at.isoformat())
    return Profile(
        version=area.version,
        shape=_area_view.shape(code, head, at),
        others=tuple(each for each in shapes if not each.over),
        ring=tuple(head.ring),
        comparison=head.comparison,
        keeper=head.keeper.name,
        keeper_id=head.keeper_id,
        drawn_from=head.drawn_from,
        drawn_on=head.drawn_on,
        end_reason=head.end_reason,
        day=at,
        blocks=_area_view.views(work, area, at),
        changes=_area_heads.changes(work, area, at),
        signals=_area_signals.signals(work, area, at),
    )


def import_boundaries(
    work: Work,
    content: bytes,
    *,
    source: str,
    drawn_on: date | None = None,
    system: str = boundaries.WGS84,
    dry_run: bool = False,
) -> Taken:
    """Take areas in from a file of boundaries: all of it or nothing.

    An area with the same code gets the new boundary; one that is drawn alike stays as it is.
    """
    work.require(Permission.PICTURE_KEEP)
    origin, day = said(source, "source", SOURCE), past(work, drawn_on, "drawn_on")
    known = {row.code: row for row in _area_view.every(work)}
    features = boundaries.read(content, one_of(system, "system", (boundaries.WGS84, boundaries.RD)))
    named = _coded(features)
    _insist_lasting(work, [known[code] for code in named if code in known])
    insist_nobody(work, {"name": "; ".join(each.name for each in features)}, looked=True)
    changed = [
        (code, each)
        for code, each in named.items()
        if code not in known or known[code].digest != _digest(each)
    ]
    if not dry_run:
        for code, each in changed:
            _draw(work, known.get(code), code, each, origin, day)
    work.record(EventKind.AREA_READ, "area:*", read=len(features), dry_run=dry_run)
    return _taken(features, len(changed))


def _taken(features: Iterable[Boundary], stored: int) -> Taken:
    surfaces = [boundaries.hectares(each.polygons) for each in features]
    return Taken(len(surfaces), stored, len(surfaces) - stored, round(sum(surfaces)))


def choose_neighbours(
    work: Work, code: str, version: int, ring: Iterable[str], comparison: str, reason: str
) -> Area:
    """Choose the neighbours of an area (ring 1) and one like it, to watch displacement."""
    work.require(Permission.PICTURE_KEEP)
    area = _area_view.found(work, code)
    work.expect(area, version, {"comparison": comparison})
    _area_heads.insist_lasting(work, area)
    others = tuple(row.code for row in _lasting(work) if row.code != code)
    chosen = [one_of(each, "ring", others) for each in dict.fromkeys(ring)]
    if comparison and one_of(comparison, "comparison", others) in chosen:
        raise Invalid(
            "A neighbour cannot be the comparison: what moves there would not be seen.",
            where={"field": "comparison"},
            hint="Choose an area that is like this one and does not border on it.",
        )
    if len(chosen) > MOST_RING:
        raise Invalid(
            "More than {most} neighbours are no ring.",
            where={"field": "ring"},
            hint="Choose the areas that border on this one.",
            most=MOST_RING,
        )
    why = said(reason, "reason")
    _area_heads.keep_past(work, area, why)
    area.ring, area.comparison = chosen, comparison
    work.record(EventKind.AREA_CHANGED, area, ring=chosen, comparison=comparison, reason=why)
    return area


def _draw(work: Work, area: Area | None, code: str, each: Boundary, origin: str, day: date) -> None:
    told: dict[str, Any] = {"name": each.name, "polygons": _area_view.rings(each.polygons)}
    told |= {"drawn_from": origin, "drawn_on": day, "digest": _digest(each)}
    if area is None:
        house = partnership(work)
        area = Area(house_id=house, code=code, ring=[], keeper_id=work.actor.id, **told)
        work.session.add(area)
    else:
        _area_heads.keep_past(work, area, origin)
        for name, value in told.items():
            setattr(area, name, value)
    work.record(EventKind.AREA_DRAWN, area, code=code, feature=each.number)


def _lasting(work: Work) -> tuple[Area, ...]:
    return tuple(row for row in _area_view.every(work) if not _area_heads.over(row, work.today))


def _insist_lasting(work: Work, rows: Iterable[Area]) -> None:
    for row in rows:
        _area_heads.insist_lasting(work, row)


def _coded(features: Iterable[Boundary]) -> dict[str, Boundary]:
    """The areas by a code that fits an address; raises Invalid where two would share one."""
    found: dict[str, Boundary] = {}
    for each in features:
        code = _slug(each.code) or _slug(each.name)
        if not code or code in found:
            raise Invalid(
                "Feature {number} has the code of another, {code}.",
                where={"path": f"features[{each.number - 1}]", "feature": each.number},
                hint="Give each feature a code or a name of its own.",
                number=each.number,
                code=code or "-",
            )
        found[code] = each
    return found


def _slug(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:40]


def _digest(each: Boundary) -> str:
    return sha256(repr((each.name, each.polygons)).encode()).hexdigest()
