"""Parties, ties or records from a spreadsheet: cells by heading, which a saved mapping reads."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bureau.errors import Invalid
from bureau.formats.guard import MEBIBYTE, Limits
from bureau.formats.guard_zip import is_zip
from bureau.formats.table import read_table
from bureau.formats.values import FileWarning
from bureau.formats.workbook import read_workbook

FORMAT = "entities-csv"
ENTITIES = Limits(size=8 * MEBIBYTE, rows=5_000, columns=100, cell=20_000)


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the file: its line, and its cells by the heading above them."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class EntityFile:
    """The rows of a file under its headings; what they are, a mapping says."""

    header: tuple[str, ...]
    lines: tuple[Line, ...]
    format: str = FORMAT
    warnings: tuple[FileWarning, ...] = ()
    totals: Mapping[str, Any] = field(default_factory=dict)


def read_entities_csv(content: bytes, limits: Limits = ENTITIES) -> EntityFile:
    """The rows of CSV or of the first sheet of a workbook; raises Invalid where there are none."""
    table = read_workbook(content, limits) if is_zip(content) else read_table(content, limits)
    lines = tuple(
        Line(row.line, dict(zip(table.header, (cell.strip() for cell in row.cells), strict=True)))
        for row in table.rows
    )
    if not lines:
        raise Invalid(
            "The file has a header but no rows.",
            where={"line": 1},
            hint="Write one row for every party, tie or record.",
        )
    return EntityFile(table.header, lines)
