import csv
import re
from decimal import Decimal
from io import StringIO

import pytest
from hypothesis import given as over
from hypothesis import settings
from hypothesis import strategies as st

from bureau.formats.csv_out import neutral, write_csv
from tests.bureau.formats.samples import given

PAYLOADS = (
    *("=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", " =1", "=cmd|' /C calc'!A0"),
    *("x;=1+1", "x,=1+1", "x\t=1", "x\n=1", 'x";=1', "a|=1", "\uff1d1", "\t1", "\r1"),
)
DANGER = re.compile(r"(?:^|[;,\t\r\n|\"])\s*[=+\-@]")


def read(content, delimiter=";"):
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_can_start_a_formula(payload):
    (cell,) = read(write_csv(["a"], [[payload]]))[1]
    assert "'" in cell
    assert not DANGER.search(cell)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_the_reference_payloads_are_disarmed():
    text = given("g-hostile", "csv-injection", "csv-payload.txt").decode()
    for payload in text.splitlines():
        (cell,) = read(write_csv(["a"], [[payload]]))[1]
        assert not DANGER.search(cell)


def test_harmless_text_and_numbers_stay_as_they_are():
    content = write_csv(["naam", "bedrag"], [["Café, 'de' Fictie", Decimal("-12.50")], ["", None]])
    assert read(content) == [["naam", "bedrag"], ["Café, 'de' Fictie", "-12.50"], ["", ""]]
    assert content.startswith(b"\xef\xbb\xbf")


def test_a_header_is_neutralised_too():
    assert read(write_csv(["=x"], []), ";") == [["'=x"]]


@over(st.text())
@settings(max_examples=200, deadline=None)
def test_no_text_at_all_can_start_a_formula(text):
    assert not DANGER.search(neutral(text))
