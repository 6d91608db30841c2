"""A plain network from delimited text: one edge a row."""

import math
import re

from bureau.errors import Invalid
from bureau.formats.days import iso_day
from bureau.formats.guard import PAYMENTS, Limits, check_digits, shorten
from bureau.formats.table import Row, Table, read_table
from bureau.formats.values import EdgeRecord, NetworkFile

FORMAT = "network-csv"
_ENDS = ("source", "target")
_KNOWN = (*_ENDS, "weight", "kind", "date")
_WEIGHT = re.compile(r"\d+(?:\.\d+)?", re.ASCII)


def read_network_csv(content: bytes, limits: Limits = PAYMENTS) -> NetworkFile:
    """The edges of one file with the columns source,target and perhaps weight, kind and date."""
    table = read_table(content, limits)
    missing = [name for name in _ENDS if name not in table.header]
    if missing:
        raise Invalid(
            "This is no network: the header lacks {missing}.",
            where={"line": 1},
            hint="Name the columns source,target and, if known, weight,kind,date.",
            missing=", ".join(missing),
        )
    edges = tuple(_edge(row, table, limits) for row in table.rows)
    if not edges:
        raise Invalid(
            "The file has a header but no edges.",
            where={"line": 1},
            hint="Write one row for every edge.",
        )
    return NetworkFile(FORMAT, edges)


def _edge(row: Row, table: Table, limits: Limits) -> EdgeRecord:
    cells = {name: cell.strip() for name, cell in zip(table.header, row.cells, strict=True)}
    for end in _ENDS:
        if not cells[end]:
            raise Invalid(
                "Line {line} has nothing in {column}.",
                where={"line": row.line},
                hint="An edge needs both ends; leave out rows for nodes without edges.",
                line=row.line,
                column=end,
            )
    day = cells.get("date", "")
    return EdgeRecord(
        where={"line": row.line},
        source=cells["source"],
        target=cells["target"],
        weight=_weight(cells.get("weight", ""), row.line, limits),
        kind=cells.get("kind", ""),
        date=iso_day(day, line=row.line) if day else "",
        extra={name: cell for name, cell in cells.items() if name not in _KNOWN},
    )


def _weight(text: str, line: int, limits: Limits) -> float | None:
    if not text:
        return None
    check_digits(text, limits, line=line)
    value = float(text) if _WEIGHT.fullmatch(text) else math.nan
    if math.isnan(value):
        raise Invalid(
            "The weight {value} on line {line} is no number of zero or more.",
            where={"line": line},
            hint="Write weights with a decimal point: 2 or 0.5.",
            value=shorten(text),
            line=line,
        )
    return value
