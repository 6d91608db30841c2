"""Who looked at a file: for whoever handles it, and for the auditor over all files (NEN 7513)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, false, select

from bureau.model import Case, Event, User
from bureau.operations import _looked
from bureau.operations._looked import LookLine
from bureau.operations._trail_lines import SUBJECT, open_to
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.work import Work

__all__ = ["LookLine", "LookPage", "read_all_looks", "read_looks"]

PAGE, ALL_AT_ONCE = 200, 50_000


@dataclass(frozen=True, slots=True)
class LookPage:
    """A page of looks, newest first; `sought` are searches by who may not see the file."""

    lines: tuple[LookLine, ...]
    sought: tuple[LookLine, ...]
    references: Mapping[str, str]
    total: int
    page: int
    pages: int

    @property
    def days(self) -> tuple[tuple[date, tuple[LookLine, ...]], ...]:
        """The looks by day."""
        return _looked.by_day(self.lines)


def read_looks(
    work: Work, case_id: UUID, page: int = 1, *, everyone: bool = False, handed_out: bool = False
) -> LookPage:
    """Who looked at a case, the reader left out unless `everyone` is asked for.

    `handed_out` gives all of it at once, to be kept outside the house.
    """
    case = work.case(case_id, Permission.CASE_SHARE)
    query = select(Event).where(_looked.about(case))
    if not everyone:
        query = query.where(_looked.others(work))
    found = _page(work, query, page, handed_out=handed_out, sought=_looked.sought(work, case))
    kind = EventKind.LOOK_EXPORTED if handed_out else EventKind.LOOK_LISTED
    work.record(kind, case, page=found.page, shown=len(found.lines))
    return found


def read_all_looks(
    work: Work, page: int = 1, file: str = "", login: str = "", *, handed_out: bool = False
) -> LookPage:
    """Who looked at which file, narrowed to one reference or one login; for the auditor."""
    work.require(Permission.TRAIL_READ)
    query = select(Event).where(_looked.shows(), open_to(work))
    if asked := file.strip().replace("\0", ""):
        key = work.session.scalar(select(Case.id).where(Case.reference.in_({asked, asked.upper()})))
        query = query.where(Event.scope == f"case:{key}" if key else false())
    if who := login.strip().replace("\0", ""):
        user = work.session.scalar(select(User.id).where(User.login == who))
        query = query.where(Event.actor_id == user if user else false())
    found = _page(work, query, page, handed_out=handed_out)
    kind = EventKind.LOOK_EXPORTED if handed_out else EventKind.LOOK_LISTED
    work.record(kind, SUBJECT, page=found.page, shown=len(found.lines), file=asked, login=who)
    return found


def _page(
    work: Work,
    query: Select[Any],
    number: int,
    *,
    handed_out: bool,
    sought: tuple[LookLine, ...] = (),
) -> LookPage:
    total, size = _looked.counted(work, query), ALL_AT_ONCE if handed_out else PAGE
    rows, shown, pages = _looked.page(query, number, size, total)
    lines = _looked.lines(work, work.session.scalars(rows))
    return LookPage(lines, sought, _references(work, lines), total, shown, pages)


def _references(work: Work, lines: tuple[LookLine, ...]) -> dict[str, str]:
    scopes = {row.scope.partition(":")[2] for row in lines if row.scope.startswith("case:")}
    ids = [UUID(key) for key in scopes if key.count("-") > 1]
    rows = work.session.execute(select(Case.id, Case.reference).where(Case.id.in_(ids)))
    return {f"case:{row.id}": row.reference for row in rows}
