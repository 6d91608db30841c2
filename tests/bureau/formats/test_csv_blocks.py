"""The quick road and the careful one: the same values and the same refusals, whatever comes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bureau.errors import Invalid
from bureau.formats import csv_blocks, payments_csv
from bureau.formats.guard import Limits
from bureau.formats.payments_csv import read_payments_csv

HEAD = "id,date,amount,currency,from_account,to_account,time,from_name,reference,batch"
PLAIN = ("p{n}", "2024-05-0{d}", "1{d}.50", "EUR", "A{d}", "B{n}", "14:0{d}", "Fictie", "huur", "x")
ODD = {
    0: ("", " ", "p0", "'=p", '"a\nb"', "p,9"),
    1: ("2024-02-30", "01-05-2024", "", " 2024-05-01", "'-1"),
    2: ("12.5", "12", "1,5", "1.234", "-3.00", "1e3", "", "0.00", " 7.10 ", "9" * 16 + ".00"),
    3: ("USD", "JPY", "eur", "", "BHD", " EUR"),
    4: ("", "NL91ABNA0417164300", "nl91 abna 0417 1643 00", "NL00ABNA0417164300", "'+1", "B1"),
    5: ("", " B2 ", "NL91ABNA0417164300EUR"),
    6: ("", "25:00", "14:05:30", "9:00"),
    7: ("d'Artagnan", "'=Jan", "Fictie  ", '"N, V"', '"half'),
    8: ("", "'@x", "a'=b", "\u00e9", "x" * 40),
    9: ("", " y ", "1,2", "\r"),
}
rows = st.lists(
    st.tuples(
        st.integers(1, 9),
        st.none() | st.sampled_from([(at, odd) for at, many in ODD.items() for odd in many]),
    ),
    max_size=8,
)


def outcome(content, limits):
    try:
        read = read_payments_csv(content, limits)
    except Invalid as refusal:
        return type(refusal), str(refusal), refusal.where, refusal.hint
    return tuple(read.payments), read.totals, read.warnings


@given(rows, st.sampled_from(["\n", "\r\n", "\n\n", "\n,,,,,,,,,\n", "\r"]), st.integers(1, 3))
def test_both_roads_give_the_same(told, end, size):
    lines = [HEAD]
    for number, (digit, odd) in enumerate(told):
        cells = [cell.format(n=number, d=digit) for cell in PLAIN]
        if odd:
            cells[odd[0]] = odd[1]
        lines.append(",".join(cells))
    content, limits = end.join(lines).encode(), replace(Limits(), cell=120)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(csv_blocks, "ROWS", size)
        quick = outcome(content, limits)
        patch.setattr(payments_csv, "_quickly", lambda *_: None)
        assert quick == outcome(content, limits)


def test_plain_blocks_are_read_by_columns_and_an_odd_one_row_by_row(monkeypatch):
    monkeypatch.setattr(csv_blocks, "ROWS", 2)
    careful = []
    oddly = payments_csv._oddly
    monkeypatch.setattr(payments_csv, "_oddly", lambda *a: careful.append(a[1]) or oddly(*a))
    lines = [",".join(cell.format(n=n, d=n) for cell in PLAIN) for n in range(1, 7)]
    lines[2] = lines[2].replace("13.50", "13.5")
    read = read_payments_csv("\n".join([HEAD, *lines]).encode())
    assert careful == [4]
    assert [each.amount_minor for each in read.payments] == [1150, 1250, 1350, 1450, 1550, 1650]
    assert [each.where["line"] for each in read.payments] == [2, 3, 4, 5, 6, 7]


def test_a_long_line_or_many_rows_need_the_careful_reader():
    assert csv_blocks.even(b"a\nb\n", Limits())
    assert not csv_blocks.even(b"a" * 50, Limits(cell=40))
    assert not csv_blocks.even(b"a\n" * 50, Limits(rows=40))
