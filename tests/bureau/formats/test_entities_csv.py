"""A spreadsheet as cells under headings."""

import pytest

from bureau.errors import Invalid
from bureau.formats.entities_csv import read_entities_csv


def test_rows_are_read_under_their_headings_without_blanks_around_them():
    file = read_entities_csv(b"Naam;Bedrag\n Anna ;1,50\n\nBram;\n")
    assert file.header == ("Naam", "Bedrag")
    assert [(line.line, dict(line.cells)) for line in file.lines] == [
        (2, {"Naam": "Anna", "Bedrag": "1,50"}),
        (4, {"Naam": "Bram", "Bedrag": ""}),
    ]


def test_a_header_alone_is_refused():
    with pytest.raises(Invalid, match="no rows"):
        read_entities_csv(b"Naam;Bedrag\n")
