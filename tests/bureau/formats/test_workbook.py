"""The first sheet of a workbook as a table; what is no workbook is refused with a reason."""

from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from bureau.errors import Invalid, TooLarge
from bureau.formats.cases_csv import PORTFOLIO, read_cases
from bureau.formats.guard import Limits
from bureau.formats.workbook import read_workbook


def book(*rows):
    made = Workbook()
    for row in rows:
        made.active.append(row)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def test_days_numbers_and_formulas_are_read_as_a_person_sees_them():
    day, moment = date(2026, 3, 2), datetime(2026, 3, 2, 14, 30)  # noqa: DTZ001
    table = read_workbook(book(["a", "b", "c", "d"], [day, 7.0, None, moment]), PORTFOLIO)
    assert table.header == ("a", "b", "c", "d")
    [row] = table.rows
    assert (row.line, list(row.cells)) == (2, ["2026-03-02", "7", "", "2026-03-02 14:30"])


def test_empty_rows_and_columns_beside_the_table_do_not_count():
    table = read_workbook(book(["a", "b", ""], [], ["1", "", ""]), PORTFOLIO)
    assert [(row.line, list(row.cells)) for row in table.rows] == [(3, ["1", ""])]


def test_running_cases_may_come_as_a_workbook():
    [row] = read_cases(book(["Nummer"], ["Z-1"]), {"own_number": "Nummer", "scope": "=SC02"})
    assert row.cells == {"own_number": "Z-1", "scope": "SC02"}


def other_zip():
    out = BytesIO()
    with ZipFile(out, "w") as file:
        file.writestr("notes.txt", "nothing here")
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [other_zip(), book(["a"])[:-200], book(["a", "a"]), book([])],
    ids=["no workbook", "cut off", "a name twice", "empty"],
)
def test_what_is_no_such_table_is_refused_with_a_hint(content):
    with pytest.raises(Invalid) as refused:
        list(read_workbook(content, PORTFOLIO).rows)
    assert refused.value.hint


def test_more_rows_or_columns_than_allowed_are_refused():
    with pytest.raises(TooLarge):
        list(read_workbook(book(["a"], *([n] for n in range(9))), Limits(rows=5)).rows)
    far = Workbook()
    far.active["A1"], far.active["A900000"] = "a", "1"
    out = BytesIO()
    far.save(out)
    with pytest.raises(TooLarge):
        list(read_workbook(out.getvalue(), PORTFOLIO).rows)
    with pytest.raises(TooLarge):
        read_workbook(book(["a", "b", "c"]), Limits(columns=2))
