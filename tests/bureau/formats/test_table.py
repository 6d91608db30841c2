import json

import pytest

from bureau.errors import Invalid, TooLarge
from bureau.formats.guard import PAYMENTS, Limits
from bureau.formats.table import read_table
from tests.bureau.formats.samples import given

SPECTRUM = (
    *("comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json"),
    *("newlines", "quotes_and_newlines", "simple", "simple_crlf", "utf8"),
)


def rows(content, limits=PAYMENTS):
    table = read_table(content, limits)
    return [dict(zip(table.header, row.cells, strict=True)) for row in table.rows]


@pytest.mark.parametrize("name", SPECTRUM)
def test_the_reference_quirks_read_as_expected(name):
    content = given("g-hostile", "csv-spectrum", "csvs", f"{name}.csv")
    expected = json.loads(given("g-hostile", "csv-spectrum", "json", f"{name}.json"))
    assert rows(content) == expected


def test_the_reference_quirks_whose_files_were_altered_since():
    # The answer names another telephone number and line ends that the file no longer has.
    (place,) = rows(given("g-hostile", "csv-spectrum", "csvs", "location_coordinates.csv"))
    assert place["Location Coordinates"] == "37\ufffd36'37.8\"N 121\ufffd2'17.9\"W"
    assert place["Contact Phone Number"] == "2095257564"
    broken = rows(given("g-hostile", "csv-spectrum", "csvs", "newlines_crlf.csv"))
    assert broken[1] == {"a": "Once upon \na time", "b": "5", "c": "6"}


def test_line_breaks_inside_quotes_are_kept_as_they_are():
    assert rows(b'a,b\r\n"x\r\ny",1\r\n') == [{"a": "x\r\ny", "b": "1"}]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_header_decides_on_the_delimiter(delimiter):
    content = (
        f"a{delimiter}b\n1{delimiter}x,y;z"
        if delimiter == "\t"
        else f"a{delimiter}b\n1{delimiter}2"
    )
    assert len(rows(content.encode())) == 1


def test_delimiters_inside_quotes_do_not_count():
    assert rows(b'"a;b",c\n1,2') == [{"a;b": "1", "c": "2"}]


def test_rows_know_the_line_on_which_they_begin():
    table = read_table(b'\na,b\n"x\ny",1\n\n,\nz,2\r\nq,3', PAYMENTS)
    assert [row.line for row in table.rows] == [3, 7, 8]


@pytest.mark.parametrize(
    ("content", "where"),
    [
        (b"a,b;c\n1,2", {"line": 1}),
        (b"a,,b\n1,2,3", {"line": 1}),
        (b"a,a\n1,2", {"line": 1}),
        (b"a,b\n1", {"line": 2}),
        (b"a,b\n1,2,3", {"line": 2}),
        (b'a,b\n1,"2\n3', {"line": 2}),
        (b'a,b\n"1"x,2', {"line": 2}),
        (b",,\n", {"line": 1}),
    ],
)
def test_what_does_not_fit_is_refused_with_its_line(content, where):
    with pytest.raises(Invalid) as caught:
        rows(content)
    assert caught.value.where == where
    assert caught.value.hint


@pytest.mark.parametrize(
    ("content", "limits"),
    [
        (b"a,b\n1,2\n3,4", Limits(rows=1)),
        (b"a,b\n1,22", Limits(cell=1)),
        (b"aa,b\n1,2", Limits(cell=1)),
        (b"a,b,c\n1,2,3", Limits(columns=2)),
        (b"a,b\n1," + b"x" * 200_000, PAYMENTS),
        (b"a," * 600_000, PAYMENTS),
    ],
)
def test_rows_columns_and_cells_are_bounded(content, limits):
    with pytest.raises(TooLarge):
        rows(content, limits)
