"""Running cases from a spreadsheet: one case a row, under the headings that a mapping names."""

from collections.abc import Mapping
from dataclasses import dataclass

from bureau.errors import Invalid
from bureau.formats.guard import MEBIBYTE, Limits, shorten
from bureau.formats.guard_zip import is_zip
from bureau.formats.table import Row, read_table
from bureau.formats.workbook import read_workbook

FORMAT = "cases-csv"
PORTFOLIO = Limits(size=4 * MEBIBYTE, rows=300, columns=100, cell=2_000)
CONSTANT = "="  # what follows holds for every row, and no column is read
NEEDED = ("own_number", "scope", "applicant_name", "received_on")
FIELDS = (
    *("own_number", "title", "scope", "stage", "authority", "weeks"),
    *("applicant_kind", "applicant_name", "given_names", "prefix", "kvk", "rsin", "bsn"),
    *("street", "house_number", "addition", "postcode", "city"),
    *("received_on", "registered_on", "form_sent_on", "form_returned_on"),
    *("supplement_asked_on", "supplement_until_on", "supplement_complete_on"),
    *("advice_asked_on", "advice_extended_on", "advice_received_on"),
    *("officer", "state", "note"),
)


@dataclass(frozen=True, slots=True)
class CaseCells:
    """The cells of one row by field, with the heading of each and the line of the file."""

    line: int
    cells: Mapping[str, str]
    columns: Mapping[str, str]


def read_cases(
    content: bytes, columns: Mapping[str, str], limits: Limits = PORTFOLIO
) -> tuple[CaseCells, ...]:
    """The rows of one file; raises Invalid where a mapped column is not there, or no row is."""
    table = read_workbook(content, limits) if is_zip(content) else read_table(content, limits)
    for field, column in columns.items():
        if not column.startswith(CONSTANT) and column not in table.header:
            raise Invalid(
                "The file has no column {column}, which the mapping names for {field}.",
                where={"line": 1, "column": shorten(column)},
                hint="Choose another mapping, or change it. The file has: {names}.",
                names=", ".join(map(shorten, table.header)),
                column=shorten(column),
                field=field,
            )
    rows = tuple(_cells(row, table.header, columns) for row in table.rows)
    if not rows:
        raise Invalid(
            "The file has a header but no cases.",
            where={"line": 1},
            hint="Write one row for every case.",
        )
    return rows


def _cells(row: Row, header: tuple[str, ...], columns: Mapping[str, str]) -> CaseCells:
    found = {name: cell.strip() for name, cell in zip(header, row.cells, strict=True)}
    cells = {
        field: column[1:].strip() if column.startswith(CONSTANT) else found[column]
        for field, column in columns.items()
    }
    return CaseCells(row.line, cells, columns)
