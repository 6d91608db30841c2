"""Money: sums, gaps, no mixing."""

from dataclasses import replace

import pytest

from bureau.errors import Invalid
from bureau.rules.vocabulary import Track
from reports.values.finance import Amount, MonthFlow, Side
from tests.reports.samples import sample

FINANCES = sample(Track.CRIMINAL).finances


def test_uses_sources_and_the_gap_between_them_add_up():
    assert FINANCES.stated(Side.USE) == Amount(63_866_000)
    assert FINANCES.evidenced(Side.SOURCE) == Amount(18_150_000)
    assert FINANCES.gap == Amount(63_866_000 - 18_150_000)


def test_a_line_knows_what_is_unexplained():
    assert FINANCES.financing[-1].unexplained == Amount(31_000_000)


def test_currencies_are_not_mixed():
    line = replace(FINANCES.financing[0], stated=Amount(1, "USD"))
    with pytest.raises(Invalid, match="mixes currencies"):
        replace(FINANCES, financing=(line,))


def test_a_flow_has_a_month_and_no_minus():
    with pytest.raises(Invalid, match="negative"):
        MonthFlow("2026-01", -1, 0)
    with pytest.raises(Invalid, match="date"):
        MonthFlow("January", 1, 0)


def test_a_deal_and_an_asset_have_true_dates():
    with pytest.raises(Invalid, match="date"):
        replace(FINANCES.deals[0], on="yesterday")
    with pytest.raises(Invalid, match="date"):
        replace(sample(Track.CRIMINAL).assets[0], acquired="?")
