"""What a late decision costs, day by day."""

from datetime import date

import pytest

from bureau.rules.lateness import lateness
from bureau.rules.money import Money

D = date.fromisoformat
RECEIVED, OVERDUE = D("2026-05-13"), D("2026-04-28")


@pytest.mark.parametrize(
    ("today", "days", "euros"),
    [
        ("2026-05-27", 0, 0),
        ("2026-05-28", 1, 23),
        ("2026-06-10", 14, 322),
        ("2026-06-11", 15, 322 + 35),
        ("2026-06-25", 29, 322 + 490 + 45),
        ("2026-07-08", 42, 1442),
        ("2026-12-31", 42, 1442),
    ],
)
def test_the_amount_grows_by_the_day_up_to_forty_two(today, days, euros):
    """Worked example R: notice received on 13 May 2026."""
    found = lateness(RECEIVED, OVERDUE, D(today), None)
    assert (found.first_day, found.last_day) == (D("2026-05-28"), D("2026-07-08"))
    assert (found.days, found.amount, found.most) == (days, Money(euros * 100), Money(144200))


def test_the_day_on_which_the_decision_is_sent_costs_nothing():
    found = lateness(RECEIVED, OVERDUE, D("2026-12-31"), D("2026-05-30"))
    assert (found.days, found.amount) == (2, Money(4600))
    assert lateness(RECEIVED, OVERDUE, D("2026-12-31"), D("2026-05-20")).days == 0


def test_before_2019_the_amounts_were_lower():
    found = lateness(D("2018-06-01"), D("2018-05-20"), D("2018-12-01"), None)
    assert found.most == Money(126000)
