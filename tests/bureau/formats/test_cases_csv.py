"""Rows of a spreadsheet under the headings that a mapping names."""

import pytest

from bureau.errors import Invalid, TooLarge
from bureau.formats.cases_csv import FIELDS, NEEDED, PORTFOLIO, read_cases

COLUMNS = {"own_number": "Nummer", "scope": "=SC02", "city": "Plaats"}


def test_cells_are_read_by_field_with_either_delimiter_and_a_constant_for_all():
    for mark in ",;":
        content = f"Nummer{mark}Plaats{mark}Anders\r\nZ-1{mark} Havermonde {mark}x\r\n".encode()
        [row] = read_cases(content, COLUMNS)
        assert row.line == 2
        assert row.cells == {"own_number": "Z-1", "scope": "SC02", "city": "Havermonde"}


@pytest.mark.parametrize(
    ("content", "where"),
    [(b"Nummer;Stad\nZ-1;x\n", {"line": 1, "column": "Plaats"}), (b"Nummer;Plaats\n", {"line": 1})],
)
def test_a_file_without_a_mapped_column_or_without_rows_is_refused(content, where):
    with pytest.raises(Invalid) as refused:
        read_cases(content, COLUMNS)
    assert refused.value.where == where


def test_more_rows_than_a_portfolio_holds_are_refused():
    with pytest.raises(TooLarge):
        read_cases(b"Nummer;Plaats\n" + b"1;x\n" * (PORTFOLIO.rows + 1), COLUMNS)


def test_what_is_needed_is_a_field():
    assert set(NEEDED) <= set(FIELDS)
    assert len(set(FIELDS)) == len(FIELDS)
