"""Delimited text for spreadsheets, in which no cell can start a formula."""

import csv
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import StringIO

Cell = str | int | Decimal | None
_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
# Text is also neutralised behind a delimiter inside it: a spreadsheet set to another
# delimiter splits there and would run what follows.
_FORMULA = re.compile(r"(^|[;,\t\r\n|\"])(\s*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")
_LEADING = ("\t", "\r", "\n")


def write_csv(header: Sequence[str], rows: Iterable[Sequence[Cell]], delimiter: str = ";") -> bytes:
    """UTF-8 with byte order mark, every text quoted; numbers are written as numbers."""
    out = StringIO(newline="")
    out.write(_BOM)
    writer = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow([neutral(name) for name in header])
    for row in rows:
        writer.writerow([neutral(cell) if isinstance(cell, str) else _plain(cell) for cell in row])
    return out.getvalue().encode("utf-8", "replace")


def neutral(text: str) -> str:
    """The text with an apostrophe wherever a spreadsheet could take it for a formula."""
    safe = _FORMULA.sub(r"\1\2'", text.replace("\x00", "\N{REPLACEMENT CHARACTER}"))
    return f"'{safe}" if text.startswith(_LEADING) and not safe.startswith("'") else safe


def _plain(cell: int | Decimal | None) -> int | Decimal | str:
    return "" if cell is None else cell
