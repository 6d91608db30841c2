"""Pairs of names to compare, from delimited text: left, right, kind, and whatever stands beside."""

from collections.abc import Mapping
from dataclasses import dataclass

from bureau.errors import Invalid
from bureau.formats.guard import Limits, shorten
from bureau.formats.table import Row, read_table
from bureau.rules.vocabulary import EntityKind

PAIRS = Limits(rows=1_000_000, cell=2_000)
NEEDED = ("left", "right")
KINDS = {"person": EntityKind.PERSON, "organisation": EntityKind.COMPANY, "": None}


@dataclass(frozen=True, slots=True)
class NamePair:
    """Two names of one row, numbered from 1; without `kind` it is not said what they are of."""

    row: int
    left: str
    right: str
    kind: EntityKind | None
    cells: Mapping[str, str]


def read_pairs(content: bytes, limits: Limits = PAIRS) -> tuple[NamePair, ...]:
    """The pairs of one file, all of them or none; raises Invalid for an unknown kind."""
    table = read_table(content, limits)
    for name in NEEDED:
        if name not in table.header:
            raise Invalid(
                "The file has no column {column}.",
                where={"line": 1, "column": name},
                hint="The columns are left, right and kind; the file has: {names}.",
                column=name,
                names=", ".join(map(shorten, table.header)),
            )
    return tuple(_pair(row, number, table.header) for number, row in enumerate(table.rows, 1))


def _pair(row: Row, number: int, header: tuple[str, ...]) -> NamePair:
    cells = dict(zip(header, row.cells, strict=True))
    kind = cells.get("kind", "").strip().lower()
    if kind not in KINDS:
        raise Invalid(
            "Line {line} has kind {value}.",
            where={"line": row.line, "column": "kind"},
            hint="Write person, organisation or nothing.",
            line=row.line,
            value=shorten(kind),
        )
    return NamePair(number, cells["left"].strip(), cells["right"].strip(), KINDS[kind], cells)
