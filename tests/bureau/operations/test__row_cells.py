"""Cells under a mapping: own words, days and amounts written one way."""

import pytest

from bureau.errors import Invalid
from bureau.formats.entities_csv import read_entities_csv
from bureau.model import RowMapping
from bureau.operations._row_cells import read_cells


def cells(text, columns, makes="deposit", words=None, dates="dmy"):
    mapping = RowMapping(makes=makes, columns=columns, words=words or {}, dates=dates)
    return [row.texts for row in read_cells(mapping, read_entities_csv(text.encode()))]


def test_days_amounts_words_and_constants_are_read():
    columns = {"on": "Dag", "amount": "Bedrag", "place": "Plaats", "currency": "=EUR"}
    text = "Dag;Bedrag;Plaats\n3-1-2026;1.250,50;HM\n2026-01-04;10,00;\n"
    first = {"on": "2026-01-03", "amount": "1250.50", "place": "Havermonde", "currency": "EUR"}
    assert cells(text, columns, words={"hm": "Havermonde"}) == [
        first,
        {"on": "2026-01-04", "amount": "10.00", "currency": "EUR"},
    ]


@pytest.mark.parametrize("cell", ["3-1-2026", "x", "-5,00", "1.250"])
def test_what_is_no_sure_amount_is_refused_with_its_column(cell):
    with pytest.raises(Invalid) as refused:
        cells(f"Bedrag;X\n{cell};1\n", {"amount": "Bedrag"})
    assert (refused.value.where["line"], refused.value.where["column"]) == (2, "Bedrag")
