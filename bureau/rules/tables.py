"""Loads the dated, cited rows of a jurisdiction and finds the row that was in force on a day."""

import tomllib
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from importlib.resources.abc import Traversable
from itertools import combinations
from typing import Any, Generic, TypeVar, cast

from bureau.errors import NotFound, OutOfOrder
from bureau.rules import shelf
from bureau.rules.schema import NO_TEXTS, Place, Texts, build, period

__all__ = [
    "HOME",
    "NO_TEXTS",
    "Mark",
    "Row",
    "Table",
    "Texts",
    "load",
    "remembered",
    "table",
    "use",
]

HOME = shelf.HOME
F = TypeVar("F", bound=Callable[..., Any])
_chosen: list[str] = [HOME]
_memories: list[Callable[[], None]] = []


class Mark(StrEnum):
    """How sure we are of a row: read in the source, general knowledge, or our own design."""

    READ = "V"
    KNOWLEDGE = "M"
    DESIGN = "D"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What every row carries: its code, its days of validity and where it comes from."""

    code: str
    valid_from: date
    valid_to: date | None = None
    basis: str
    source: str
    mark: Mark

    def in_force(self, day: date) -> bool:
        """Whether this row applied on `day`."""
        first, last = period(self.valid_from, self.valid_to)
        return first <= day <= last


R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Table(Generic[R]):
    """The rows of one table file, in the order in which they are written."""

    name: str
    rows: tuple[R, ...]

    def __iter__(self) -> Iterator[R]:
        return iter(self.rows)

    def codes(self) -> tuple[str, ...]:
        """Every code once, in the order of the file."""
        return tuple(dict.fromkeys(row.code for row in self.rows))

    def on(self, day: date) -> tuple[R, ...]:
        """The rows in force on `day`."""
        return tuple(row for row in self.rows if row.in_force(day))

    def find(self, code: str, day: date) -> R | None:
        """The row `code` as it was on `day`, or None."""
        return next((r for r in self.rows if r.code == code and r.in_force(day)), None)

    def row(self, code: str, day: date) -> R:
        """The row `code` as it was on `day`; raises NotFound when there was none."""
        if found := self.find(code, day):
            return found
        raise NotFound(
            "There is no {code} in table {table} on {day}.",
            where={"table": self.name, "code": code, "on": day.isoformat()},
            hint="Known codes: " + ", ".join(self.codes()),
            code=code,
            table=self.name,
            day=day.isoformat(),
        )


def use(jurisdiction: str) -> None:
    """Take the rows of `jurisdiction` from now on, as each door says once when it starts.

    It is the name of a folder of ours or the full path of one outside. Raises Invalid for rows
    that do not exist and OutOfOrder for a folder that lacks a table and does not borrow it.
    """
    shelf.insist_whole(jurisdiction)
    if jurisdiction != _chosen[0]:
        _chosen[0] = jurisdiction
        for forget in _memories:
            forget()


def remembered(reading: F) -> F:
    """Let `reading`, which depends on rows and arguments only, be done once per jurisdiction."""
    kept = cache(reading)
    _memories.append(kept.cache_clear)
    return cast("F", kept)


def table(name: str, kind: type[R], jurisdiction: str = "") -> Table[R]:
    """The table `name`, read once; raises OutOfOrder when it is wrong.

    It is that of the jurisdiction in use, unless another is named.
    """
    rows: Table[R] = _once(name, cast("Hashable", kind), jurisdiction or _chosen[0])
    return rows


@cache
def _once(name: str, kind: Hashable, jurisdiction: str) -> Table[Any]:
    return load(shelf.file_of(name, jurisdiction), cast("type[Row]", kind))


def load(file: Traversable, kind: type[R]) -> Table[R]:
    """The table in `file`; raises OutOfOrder naming file, row and field of the first slip.

    With `over = "nl"` at its top the rows stand over those of HOME: a code that the file holds
    is its own, all others are taken over.
    """
    raw = _parsed(file)
    for key in raw:
        if key not in ("defaults", "rows", "over"):
            raise Place(file.name, 0, key).wrong("only defaults and rows may stand at the top")
    if "rows" not in raw:
        raise Place(file.name, 0, "rows").wrong("the table has no rows; write rows = [] for none")
    shared = raw.get("defaults", {})
    rows = tuple(
        build(kind, {**shared, **row}, Place(file.name, number))
        for number, row in enumerate(raw["rows"], start=1)
    )
    _check(rows, file.name)
    name = file.name.removesuffix(".toml")
    if "over" not in raw:
        return Table(name, rows)
    if raw["over"] != HOME:
        raise Place(file.name, 0, "over").wrong(f"rows stand over those of {HOME} only")
    return Table(name, _over(table(name, kind, HOME), rows))


def codes_over(file: Traversable) -> tuple[str, ...] | None:
    """The codes of the rows that stand over those of HOME; None for a table of its own."""
    raw = _parsed(file)
    if "over" not in raw:
        return None
    shared = raw.get("defaults", {})
    return tuple(dict.fromkeys(str({**shared, **row}["code"]) for row in raw["rows"]))


def _over(base: Table[R], rows: tuple[R, ...]) -> tuple[R, ...]:
    """The rows of `base` with `rows` in the place of those of the same code, new ones behind."""
    own: dict[str, list[R]] = {}
    for row in rows:
        own.setdefault(row.code, []).append(row)
    codes = dict.fromkeys((*base.codes(), *own))
    kept = {code: [row for row in base if row.code == code] for code in base.codes()}
    return tuple(row for code in codes for row in own.get(code) or kept[code])


def _parsed(file: Traversable) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"), parse_float=Decimal)
    except (OSError, ValueError) as error:
        raise OutOfOrder(
            "Table {file} cannot be read: {reason}.",
            where={"file": file.name},
            hint="The table must be a UTF-8 file in TOML.",
            file=file.name,
            reason=str(error),
        ) from error


def _check(rows: tuple[R, ...], file: str) -> None:
    """Refuses a row without a source, and two rows of one code for the same day."""
    for number, row in enumerate(rows, start=1):
        if row.valid_to and row.valid_to < row.valid_from:
            raise Place(file, number, "valid_to").wrong("the row ends before it begins")
        if not (row.code and row.basis and row.source):
            raise Place(file, number, "basis").wrong("a row needs a code, a basis and a source")
    for (_, one), (number, two) in combinations(enumerate(rows, start=1), 2):
        if one.code == two.code and _overlap(one, two):
            raise Place(file, number, "valid_from").wrong(f"{two.code} has two rows for one day")


def _overlap(one: Row, two: Row) -> bool:
    (from_one, to_one), (from_two, to_two) = (
        period(row.valid_from, row.valid_to) for row in (one, two)
    )
    return from_one <= to_two and from_two <= to_one
