"""The administrative map of an area: which body decides on what, with gaps and overlaps."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from bureau.model import AreaEntry
from bureau.operations import _area_heads, _area_view
from bureau.operations._checks import past
from bureau.policy import Permission
from bureau.rules import area_structure, areas
from bureau.rules.area_structure import Competence, Cover, Subject
from bureau.rules.events import EventKind
from bureau.work import Work

BLOCK = "structure"


@dataclass(frozen=True, slots=True)
class Structure:
    """The administrative map of an area on a day, and how often each cover occurs."""

    code: str
    name: str
    day: date
    subjects: tuple[Subject, ...]
    counts: dict[Cover, int]


def read_structure(work: Work, code: str, day: date | None = None) -> Structure:
    """Which body decides on what in an area, as it was said at the end of a day."""
    work.require(Permission.PICTURE_READ)
    area = _area_view.found(work, code)
    at = past(work, day, "on")
    rows = [row for row in _area_view.held(work, area, at) if row.block == BLOCK]
    found = area_structure.subjects(areas.block(BLOCK, work.today), map(_competence, rows))
    counted = Counter(each.cover for each in found)
    work.record(EventKind.AREA_READ, area, on=at.isoformat(), part=BLOCK)
    name = _area_heads.heads(work, [area], at)[area.id].name
    return Structure(code, name, at, found, {each: counted[each] for each in Cover})


def _competence(row: AreaEntry) -> Competence:
    told = row.more
    return Competence(
        subject=row.kind,
        body=row.text,
        mandate=told.get("mandate", ""),
        contact=told.get("contact", ""),
        term=told.get("term", ""),
        judged=told.get("state", ""),
        remark=told.get("gap", ""),
        number=row.number,
        source=row.source,
    )
