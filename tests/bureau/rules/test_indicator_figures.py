"""Indicators that rest on figures: exact edges of what fires, is silent, or must be asked."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bureau.rules.indicator_facts import LenderKind, Loan
from bureau.rules.indicator_figures import outside
from bureau.rules.indicator_people import Rent
from bureau.rules.indicators import SignalStatus
from tests.bureau.rules.figured import signal

BAND = {"takeover_ratio_low": Decimal("0.2"), "takeover_ratio_high": Decimal("0.6")}
SEATS = {"seat_turnover_low": 500, "seat_turnover_high": 900}
HOUSE = "Kade 1"


def lent(**more):
    return {"loans": (Loan(lender="Verre Ltd", kind=LenderKind.COMPANY, amount=1, **more),)}


def day(year, month, number, who="A"):
    return ("bankruptcy", date(year, month, number), who)


FIRED = [
    ("FIN-09", {}, lent(abroad=True, files_accounts=False)),
    ("FIN-12", {"takeover_price": 601, "turnover": 1000, **BAND}, {}),
    ("FIN-12", {"takeover_price": 199, "turnover": 1000, **BAND}, {}),
    ("FIN-15", [day(2021, 11, 21), day(2025, 1, 1, "B")], {}),
    ("FIN-16", {"forecast_turnover": 90_100, "seats": 100, **SEATS}, {}),
    ("PRO-06", [("cancelled_price", 1000, HOUSE), ("penalty_paid", 100, HOUSE)], {}),
    ("PRO-11", {}, {"rents": (Rent(HOUSE, 201, 100, 200),)}),
    ("PRO-11", {}, {"rents": (Rent(HOUSE, 150, 100, 200), Rent("B", 99, 100, 200))}),
    ("PRO-14", [("deposit_invoices", 1000, HOUSE), ("work_observed", 499, HOUSE)], {}),
]
SILENT = [
    ("FIN-09", {}, lent(abroad=True, files_accounts=True)),
    ("FIN-09", {}, lent(abroad=False)),
    ("FIN-12", {"takeover_price": 600, "turnover": 1000, **BAND}, {}),
    ("FIN-12", {"takeover_price": 200, "turnover": 1000, **BAND}, {}),
    ("FIN-15", [day(2021, 11, 20), day(2025, 1, 1, "B")], {}),
    ("FIN-15", {"bankruptcy": None}, {}),
    ("FIN-16", {"forecast_turnover": 90_000, "seats": 100, **SEATS}, {}),
    ("FIN-16", {"forecast_turnover": 50_000, "seats": 100, **SEATS}, {}),
    ("PRO-06", [("cancelled_price", 1000, HOUSE), ("penalty_paid", 99, HOUSE)], {}),
    ("PRO-11", {}, {"rents": (Rent(HOUSE, 200, 100, 200), Rent(HOUSE, 100, 100, 200))}),
    ("PRO-14", [("deposit_invoices", 1000, HOUSE), ("work_observed", 500, HOUSE)], {}),
]
ASKED = [
    ("FIN-09", {}, lent(abroad=True)),
    ("FIN-09", {}, lent()),
    ("FIN-12", {"takeover_price": 601, "turnover": 0, **BAND}, {}),
    ("FIN-12", {"takeover_price": 601, **BAND}, {}),
    ("FIN-15", {}, {}),
    ("FIN-16", {"forecast_turnover": 1, "seats": 0, **SEATS}, {}),
    ("PRO-06", [("cancelled_price", 1000, HOUSE), ("penalty_paid", 100, "Kade 9")], {}),
    ("PRO-11", {}, {}),
    ("PRO-14", [("deposit_invoices", 0, HOUSE), ("work_observed", 1, HOUSE)], {}),
]


@pytest.mark.parametrize("code, figures, more", FIRED)
def test_it_fires_just_beyond_its_threshold(code, figures, more):
    found = signal(code, figures, **more)
    assert found.status is SignalStatus.FIRED
    assert "{" not in found.explanation.nl + found.explanation.en


@pytest.mark.parametrize("code, figures, more", SILENT)
def test_it_stays_silent_up_to_its_threshold(code, figures, more):
    assert signal(code, figures, **more).status is SignalStatus.SILENT


@pytest.mark.parametrize("code, figures, more", ASKED)
def test_it_asks_where_a_fact_is_missing(code, figures, more):
    assert signal(code, figures, **more).status is SignalStatus.ASK


amounts = st.integers(0, 10_000).map(Decimal)


@given(amounts, amounts, amounts, st.integers(0, 100).map(lambda n: Decimal(n) / 100))
def test_a_wider_margin_never_puts_more_outside(value, low, high, margin):
    assert outside(value, low, high, Decimal(0)) or not outside(value, low, high, margin)
