from datetime import date
from decimal import Decimal

import pytest

from bureau.rules.indicator_facts import (
    IndicatorFacts,
    Lease,
    LenderKind,
    Mortgage,
    Sale,
    Valued,
)
from bureau.rules.indicators import SignalStatus, measure

TODAY = date(2026, 11, 20)
HOUSE = "Kade 1"
FIRST = Sale(HOUSE, date(2026, 1, 1), 200, deed="")
OTHER = Sale("Kade 9", date(2026, 2, 1), 900, deed="d9")


def mortgage(**changes):
    usual = {
        "property": HOUSE,
        "holder": "Bank",
        "kind": LenderKind.BANK,
        "amount": 100,
        "price": 150,
    }
    return Mortgage(**{**usual, **changes})


FIRED = [
    ("PRO-01", {"sales": (FIRST, OTHER, Sale(HOUSE, date(2026, 7, 3), 210, deed="d1"))}),
    ("PRO-02", {"sales": (FIRST, OTHER, Sale(HOUSE, date(2027, 1, 1), 261, deed="d1"))}),
    ("PRO-05", {"valued": (Valued(HOUSE, 126, 100),)}),
    ("PRO-05", {"valued": (Valued(HOUSE, 74, 100),)}),
    ("PRO-07", {"mortgages": (mortgage(kind=LenderKind.PERSON),)}),
    ("PRO-07", {"mortgages": (mortgage(kind=LenderKind.COMPANY, abroad=True),)}),
    ("PRO-08", {"mortgages": (mortgage(), mortgage(amount=51))}),
    ("PRO-12", {"leases": (Lease(HOUSE, "A", "B"),)}),
    ("PRO-13", {"properties_found": 2, "properties_declared": 1}),
]
SILENT = [
    ("PRO-01", {"sales": (FIRST, Sale(HOUSE, date(2026, 7, 4), 210, deed="d1"))}),
    (
        "PRO-01",
        {
            "sales": (
                Sale(HOUSE, date(2026, 1, 1), 1, deed="d1"),
                Sale(HOUSE, date(2026, 2, 1), 1, deed="d2"),
            )
        },
    ),
    ("PRO-01", {"sales": ()}),
    ("PRO-02", {"sales": (FIRST, Sale(HOUSE, date(2026, 12, 1), 260))}),
    (
        "PRO-02",
        {"sales": (FIRST, Sale(HOUSE, date(2026, 12, 1), 280, index_factor=Decimal("1.1")))},
    ),
    ("PRO-05", {"valued": (Valued(HOUSE, 125, 100), Valued(HOUSE, 5, 0))}),
    ("PRO-07", {"mortgages": (mortgage(abroad=True), mortgage(kind=LenderKind.COMPANY))}),
    ("PRO-08", {"mortgages": (mortgage(), mortgage(amount=50))}),
    ("PRO-12", {"leases": (Lease(HOUSE, "A", "B", has_mandate=True), Lease(HOUSE, "B", "B"))}),
    ("PRO-13", {"properties_found": 1, "properties_declared": 1}),
]


@pytest.mark.parametrize("code, facts", FIRED)
def test_an_indicator_fires_beyond_its_threshold(code, facts):
    signal = measure(code, IndicatorFacts(today=TODAY, **facts))
    assert signal.status is SignalStatus.FIRED
    assert "{" not in signal.explanation.nl + signal.explanation.en


@pytest.mark.parametrize("code, facts", SILENT)
def test_an_indicator_stays_silent_up_to_its_threshold(code, facts):
    assert measure(code, IndicatorFacts(today=TODAY, **facts)).status is SignalStatus.SILENT


@pytest.mark.parametrize("code", sorted({code for code, _ in FIRED}))
def test_without_facts_the_officer_is_asked(code):
    assert measure(code, IndicatorFacts(today=TODAY)).status is SignalStatus.ASK
