"""A grave act asks a second factor that is fresh, from the day that the house says."""

from datetime import date, timedelta

import pytest

from bureau.rules.strong_acts import SignIn, strong_acts, too_weak
from tests.conftest import NOW

TODAY = NOW.date()


def unmet(code="screening.decide", strength="codes", minutes=1, since=TODAY, *, reading=False):
    shown = SignIn(strength, NOW - timedelta(minutes=minutes))
    return too_weak(code, shown, NOW, since, reading=reading)


@pytest.mark.parametrize("row", list(strong_acts()), ids=lambda row: row.code)
def test_each_act_asks_a_second_factor_and_a_fresh_one(row):
    told = {"code": row.code, "reading": row.reading}
    assert unmet(strength="password", **told) == row
    assert unmet(strength="oidc_one", **told) == row
    assert unmet(minutes=row.minutes, **told) == row
    for strength in ("codes", "passkey", "paper", "oidc"):
        assert unmet(strength=strength, minutes=row.minutes - 1, **told) is None


@pytest.mark.parametrize("since", [None, date(2099, 1, 1)])
def test_nothing_is_asked_before_the_house_asks_second_factors(since):
    assert unmet(strength="password", since=since) is None


def test_looking_asks_nothing_but_what_leaves_the_house_does():
    assert unmet(strength="password", reading=True) is None
    assert unmet("network.export", "password", reading=True)
    assert unmet("case.read", "password") is None
