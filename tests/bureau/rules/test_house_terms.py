"""How long what the house gives out lasts."""

from datetime import date

import pytest

from bureau.errors import NotFound
from bureau.rules.house_terms import last_day


def test_an_address_lasts_its_number_of_days():
    assert last_day("calendar_address", date(2026, 3, 2)) == date(2026, 8, 29)
    with pytest.raises(NotFound):
        last_day("ring", date(2026, 3, 2))
