"""The first sheet of an Excel workbook (.xlsx) as a table: values, never formulas or macros."""

from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from itertools import count
from typing import Any

from openpyxl import load_workbook

from bureau.errors import N_, Invalid
from bureau.formats.guard import Limits, refusing
from bureau.formats.guard_zip import members
from bureau.formats.table import Row, Table, check_count, table_of

_AGAIN = N_("Save the sheet again as an Excel workbook (.xlsx), or as CSV in UTF-8.")
_GAPS = 10
_FOREIGN = (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, SyntaxError)


def read_workbook(content: bytes, limits: Limits) -> Table:
    """The table in the first sheet, its first row the names of the columns.

    Days come as ISO dates, whole numbers without a point, a formula as the value last shown.
    """
    for _ in members(content, limits):  # every size is checked before the sheet is opened
        pass
    with refusing("xlsx", *_FOREIGN, hint=_AGAIN):
        book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheets = book.worksheets
    if not sheets:
        raise Invalid("The workbook has no sheet.", where={"line": 1}, hint=_AGAIN)
    return table_of(_rows(sheets[0], limits), "\t", limits)


def _rows(sheet: Any, limits: Limits) -> Iterator[Row]:
    cells = sheet.iter_rows(values_only=True, max_col=limits.columns + 1)
    width = seen = 0
    for line in count(1):
        with refusing("xlsx", *_FOREIGN, hint=_AGAIN):
            row = next(cells, None)
        if row is None:
            return
        if line > _GAPS * limits.rows:  # a sheet may name its millionth row and no other
            check_count(line, line, limits)
        texts = [_text(value) for value in row]
        while texts and not texts[-1] and len(texts) > width:
            texts.pop()
        if any(texts):
            seen += 1
            check_count(seen, line, limits)
            width = width or len(texts)
            yield Row(line, texts + [""] * (width - len(texts)))


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        midnight = value.time() == datetime.min.time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
