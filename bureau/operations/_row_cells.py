"""The cells of a file of rows under a mapping: own words, days and amounts written one way."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from bureau.errors import Invalid
from bureau.formats.cases_csv import CONSTANT
from bureau.formats.csv_amounts import Mark, decimal_mark
from bureau.formats.entities_csv import ENTITIES, EntityFile
from bureau.model import RowMapping
from bureau.operations._case_cells import ISO
from bureau.operations._row_fields import TIE, check_header
from bureau.rules.record_values import FieldType
from bureau.rules.records import record_kinds

_DAYS = frozenset(("born", "died", "registered_on", "ended_on", "valued_on", "on", "until"))
_PERIOD = frozenset(("valid_from", "valid_to"))
_DAY_PARTS = 3


@dataclass(frozen=True, slots=True)
class RowCells:
    """What one row says by field, empty cells left out, and the column of each."""

    line: int
    texts: dict[str, str]
    columns: Mapping[str, str]

    @contextmanager
    def blamed(self, field: str = "") -> Iterator[None]:
        """Tell what is refused inside with the line and the column of this row."""
        try:
            yield
        except Invalid as refusal:
            if "column" in refusal.where:
                raise
            named = field or str(refusal.where.get("field", ""))
            column = self.columns.get(named, "").removeprefix(CONSTANT)
            refusal.where = {"line": self.line, "column": column or named}
            raise


def read_cells(mapping: RowMapping, file: EntityFile) -> list[RowCells]:
    """The rows of `file`; raises Invalid with line and column for a day or an amount that is none.

    One decimal mark holds for all amounts of the file, proven by them or refused.
    """
    columns = mapping.columns
    check_header(columns, file.header, CONSTANT)
    rows = [_row(mapping, line.line, line.cells) for line in file.lines]
    money = [name for name in columns if name in _amounts(mapping.makes)]
    for name in money:
        _one_mark(rows, name)
    return rows


def _row(mapping: RowMapping, line: int, cells: Mapping[str, str]) -> RowCells:
    texts = {}
    for field, column in mapping.columns.items():
        text = column[1:].strip() if column.startswith(CONSTANT) else cells[column]
        text = mapping.words.get(text.casefold(), text)
        if text:
            texts[field] = _day(text, mapping.dates) if field in _DAYS | _PERIOD else text
    return RowCells(line, texts, mapping.columns)


def _day(text: str, dates: str) -> str:
    """A day as 2024-05-07; a day of another shape is left for who reads it to refuse."""
    parts = text.replace("/", "-").replace(".", "-").split("-")
    if dates == ISO or len(parts) != _DAY_PARTS or not all(part.isdigit() for part in parts):
        return text
    day, month, year = parts
    return text if len(day) > 2 else f"{year}-{month:0>2}-{day:0>2}"  # noqa: PLR2004 - of a day


def _amounts(makes: str) -> frozenset[str]:
    if makes == "property":
        return frozenset(("valuation_minor",))
    row = None if makes == TIE else next((r for r in record_kinds() if r.code == makes), None)
    fields = row.fields if row else ()
    return frozenset(("amount", *(f.name for f in fields if f.type is FieldType.MINOR)))


def _one_mark(rows: list[RowCells], field: str) -> None:
    told = [row for row in rows if field in row.texts]
    mark = Mark.POINT
    try:
        mark = decimal_mark([(row.line, row.texts[field]) for row in told], ENTITIES)
    except Invalid as refusal:
        column = told[0].columns[field].removeprefix(CONSTANT)
        refusal.where = {**refusal.where, "column": column}
        raise
    for row in told:
        plain = row.texts[field].replace("," if mark is Mark.POINT else ".", "")
        row.texts[field] = plain.replace(mark, ".")
