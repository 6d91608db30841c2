"""Delimited text to rows, strictly: a row that does not fit its header is refused, not padded."""

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bureau.errors import N_, Invalid, TooLarge
from bureau.formats.guard import Limits, decode, lines, shorten

DELIMITERS = ",;\t"
_LONGEST_LINE = 1_000_000
_QUOTES = N_("Put cells that hold a delimiter, a quote or a line break between double quotes.")


class Row(NamedTuple):
    """The cells of one record and the line of the file on which it begins."""

    line: int
    cells: Sequence[str]


Naming = Callable[[Row, Limits], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Table:
    """A header and the rows under it; the rows are read as they are asked for, once."""

    header: tuple[str, ...]
    delimiter: str
    rows: Iterator[Row]


def read_table(content: bytes, limits: Limits, delimiters: str = DELIMITERS) -> Table:
    """The table in a file; the header line alone decides on the delimiter."""
    return _table(content, limits, delimiters, _header)


def read_bare_table(content: bytes, limits: Limits, delimiters: str = DELIMITERS) -> Table:
    """The table of a register whose header may leave a name empty or give one twice."""
    return _table(content, limits, delimiters, _names)


def _table(content: bytes, limits: Limits, delimiters: str, named: Naming) -> Table:
    text = decode(content, limits)
    delimiter = _delimiter(text, delimiters)
    return _framed(_rows(text, delimiter, limits), delimiter, limits, named)


def table_of(rows: Iterator[Row], delimiter: str, limits: Limits) -> Table:
    """The table whose first row names its columns."""
    return _framed(rows, delimiter, limits, _header)


def _framed(rows: Iterator[Row], delimiter: str, limits: Limits, named: Naming) -> Table:
    first = next(rows, None)
    if first is None:
        raise Invalid("The file has no header line.", where={"line": 1}, hint=_QUOTES)
    header = named(first, limits)
    return Table(header, delimiter, fitting(rows, header, limits))


def _delimiter(text: str, delimiters: str) -> str:
    line = next((line for line in lines(text) if line.strip()), "")
    present = [mark for mark in delimiters if mark in _outside_quotes(line)]
    if len(present) > 1:
        raise Invalid(
            "The header line holds more than one kind of delimiter.",
            where={"line": 1},
            hint="Use one delimiter, comma, semicolon or tab, in the whole file.",
        )
    return present[0] if present else delimiters[0]


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])


def _rows(text: str, delimiter: str, limits: Limits) -> Iterator[Row]:
    # The module's own field limit stays at its default: it is shared by the whole program.
    reader = csv.reader(_bounded(text), delimiter=delimiter, strict=True)
    begin, count = 1, 0
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as problem:
            raise _unreadable(begin, str(problem)) from None
        if cells is None:
            return
        if any(cells):
            count += 1
            check_count(count, begin, limits)
            yield Row(begin, cells)
        begin = reader.line_num + 1


def _bounded(text: str) -> Iterator[str]:
    # Millions of cells on one line would be in memory before they could be counted.
    for number, line in enumerate(lines(text), 1):
        if len(line) > _LONGEST_LINE:
            raise TooLarge(
                "Line {line} has more than {limit} characters.",
                where={"line": number},
                hint=_QUOTES,
                line=number,
                limit=_LONGEST_LINE,
            )
        yield line


def check_count(count: int, line: int, limits: Limits) -> None:
    """Raise TooLarge where a file has more rows, its header not counted, than it may have."""
    if count > limits.rows + 1:
        raise TooLarge(
            "The file has more than {limit} rows.",
            where={"line": line},
            hint="Split the file, for instance by period, and import the parts.",
            limit=limits.rows,
        )


def _unreadable(line: int, problem: str) -> Invalid:
    kind = TooLarge if "field larger" in problem else Invalid
    return kind(
        N_("The record that begins on line {line} is not readable: {problem}."),
        where={"line": line},
        hint=_QUOTES,
        line=line,
        problem=problem,
    )


def _names(row: Row, limits: Limits) -> tuple[str, ...]:
    names = tuple(cell.strip() for cell in row.cells)
    if len(names) > limits.columns:
        raise TooLarge(
            "The header names more than {limit} columns.",
            where={"line": row.line},
            hint="Leave out the columns that are not needed.",
            limit=limits.columns,
        )
    for name in names:
        _check_cell(name, row.line, limits)
    return names


def _header(row: Row, limits: Limits) -> tuple[str, ...]:
    names = _names(row, limits)
    for name in names:
        if not name or names.count(name) > 1:
            raise Invalid(
                "The header has an empty or repeated column name: {name}.",
                where={"line": row.line},
                hint="Give every column its own name.",
                name=shorten(name) or N_("(empty)"),
            )
    return names


def fitting(rows: Iterator[Row], header: Sequence[str], limits: Limits) -> Iterator[Row]:
    """The rows; raises Invalid for one that has not as many cells as the header."""
    for row in rows:
        if len(row.cells) != len(header):
            raise Invalid(
                "Line {line} has {found} cells, the header {expected}.",
                where={"line": row.line},
                hint=_QUOTES,
                line=row.line,
                found=len(row.cells),
                expected=len(header),
            )
        if max(map(len, row.cells)) > limits.cell:
            for cell in row.cells:
                _check_cell(cell, row.line, limits)
        yield row


def _check_cell(cell: str, line: int, limits: Limits) -> None:
    if len(cell) > limits.cell:
        raise TooLarge(
            "A cell on line {line} has {length} characters; at most {limit} are read.",
            where={"line": line},
            hint="Shorten the text, or attach the long text as a document of its own.",
            line=line,
            length=len(cell),
            limit=limits.cell,
        )
