"""The blocks of a profile, and numbers as people write them."""

from datetime import date
from decimal import Decimal

import pytest

from bureau.errors import Invalid
from bureau.rules.areas import block, blocks, number

DAY = date(2026, 11, 20)


def test_the_administrative_map_knows_every_field_of_government_and_kinds_have_words():
    kinds = {choice.code for choice in block("structure", DAY).kinds}
    wanted = "permits zoning building environment fire tax customs water port"
    assert kinds == set(wanted.split())
    assert block("size", DAY).unit("hectares").nl == "ha"
    assert block("size", DAY).kind("gone").en == "gone"
    assert all(row.kinds for row in blocks())


@pytest.mark.parametrize(("text", "value"), [("1 450", "1450"), ("12,5", "12.5"), ("0", "0")])
def test_a_number_is_read_as_people_write_it(text, value):
    assert number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "x", "-1", "NaN", "1e99"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(Invalid):
        number(text)
