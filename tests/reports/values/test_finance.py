"""Money: sums, gaps, no mixing."""

from dataclasses import replace

import pytest

from bureau.errors import Invalid
from bureau.rules.vocabulary import Track
from reports.values.finance import Amount, Finances, MonthFlow, Side
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


def test_the_flows_of_a_year_are_those_of_its_months():
    flows = tuple(MonthFlow(month, 100, 40) for month in ("2025-12", "2025-11", "2026-01"))
    made = Finances("EUR", (), (), flows, "account", (), ())
    first, second = made.yearly
    assert (first.first, first.last) == ("2025-11", "2025-12")
    assert (first.incoming, first.outgoing) == (Amount(200), Amount(80))
    assert (second.first, second.last, second.incoming) == ("2026-01", "2026-01", Amount(100))
