from datetime import date
from decimal import Decimal

import pytest

from bureau.rules.indicator_facts import IndicatorFacts, euros, measured, months_between, percent
from bureau.rules.schema import Texts


@pytest.mark.parametrize(
    "first, last, months",
    [
        ("2026-01-15", "2026-02-14", 0),
        ("2026-01-15", "2026-02-15", 1),
        ("2024-11-20", "2026-11-20", 24),
        ("2026-05-01", "2026-04-01", 0),
    ],
)
def test_full_months_are_counted(first, last, months):
    assert months_between(date.fromisoformat(first), date.fromisoformat(last)) == months


def test_values_are_written_for_people():
    assert euros(123450) == Texts("€ 1.234,50", "€1,234.50")
    assert percent(Decimal("0.256")) == "26%"
    assert measured(True, count=3, sum=euros(100)).inputs == (("count", "3"), ("sum", euros(100)))


def test_no_fact_is_about_origin():
    names = " ".join(IndicatorFacts.__slots__).lower()
    assert not any(word in names for word in ("nation", "birth", "ethnic", "language"))
