"""Sources and uses add up to the cent, and shares to the whole."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bureau.rules.financing import SOURCES, USES, LineKind, running, shares

amounts = st.lists(st.integers(0, 10**12), max_size=20)


@given(amounts)
def test_shares_add_up_to_one_hundred_or_to_nothing(given_):
    found = shares(given_)
    assert len(found) == len(given_)
    assert sum(found) == (100 if sum(given_) else 0)
    assert all(0 <= share <= 100 for share in found)


@given(amounts)
def test_the_last_running_total_is_the_sum(given_):
    found = running(given_)
    assert found[-1:] == ((sum(given_),) if given_ else ())
    assert list(found) == sorted(found)


def test_thirds_round_by_the_largest_remainder():
    assert shares((1, 1, 1)) == (Decimal("33.4"), Decimal("33.3"), Decimal("33.3"))
    assert shares(()) == ()


def test_every_kind_stands_on_a_side():
    assert set(SOURCES) | set(USES) == set(LineKind)
