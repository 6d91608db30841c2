from datetime import date
from decimal import Decimal

import pytest

from bureau.rules.indicator_facts import (
    FinanceVersion,
    IndicatorFacts,
    LenderKind,
    Loan,
    Payment,
    RoundTrip,
)
from bureau.rules.indicators import SignalStatus, measure

TODAY = date(2026, 11, 20)
OLD = date(2025, 1, 1)
EUR = 100


def status(code, **facts):
    return measure(code, IndicatorFacts(today=TODAY, **facts)).status


def loan(**changes):
    sound = {
        "lender": "M. de Wit",
        "kind": LenderKind.PERSON,
        "amount": 50_000 * EUR,
        "evidenced_means": 90_000 * EUR,
        "has_contract": True,
        "contract_on": OLD,
        "first_payment_on": date(2025, 1, 2),
        "interest": Decimal("4.5"),
        "has_security": True,
        "has_schedule": True,
        "repaid": 1_000 * EUR,
    }
    return Loan(**{**sound, **changes})


LOANS = [
    ("FIN-03", {"evidenced_means": 10_000 * EUR}),
    ("FIN-03", {"evidenced_means": None}),
    ("FIN-04", {"has_contract": False}),
    ("FIN-04", {"contract_on": date(2025, 3, 1)}),
    ("FIN-05", {"interest": Decimal(0), "has_security": False, "has_schedule": False}),
    ("FIN-06", {"repaid": 0}),
    ("FIN-17", {"kind": LenderKind.BREWERY, "gives_control": True}),
]


@pytest.mark.parametrize("code, odd", LOANS)
def test_an_odd_loan_is_asked_about_and_a_sound_one_is_not(code, odd):
    signal = measure(code, IndicatorFacts(today=TODAY, loans=(loan(), loan(**odd))))
    assert signal.status is SignalStatus.FIRED
    assert "M. de Wit" in signal.explanation.nl
    assert status(code, loans=(loan(),)) is SignalStatus.SILENT
    assert status(code, loans=()) is SignalStatus.SILENT
    assert status(code) is SignalStatus.ASK


@pytest.mark.parametrize(
    "code, odd",
    [
        ("FIN-03", {"kind": LenderKind.BANK, "evidenced_means": None}),
        ("FIN-05", {"interest": None, "has_security": False}),
        ("FIN-06", {"repaid": 0, "first_payment_on": date(2026, 1, 1)}),
        ("FIN-06", {"repaid": 0, "has_schedule": False}),
        ("FIN-17", {"gives_control": True}),
    ],
)
def test_a_loan_with_an_ordinary_trait_stays_silent(code, odd):
    assert status(code, loans=(loan(**odd),)) is SignalStatus.SILENT


def paid(**changes):
    return Payment(payer="A", amount=2_000 * EUR, expected_payers=frozenset({"A"}), **changes)


CASH = {"payments": (paid(in_cash=True),)}
FIRED = [
    ("FIN-01", {"own_funds": 60_000 * EUR, "evidenced_origins": (40_000 * EUR,)}),
    ("FIN-02", {"own_funds": 90_000 * EUR, "net_income": 30_000 * EUR, "years_saved": 4}),
    ("FIN-07", {"payments": (Payment(payer="B", amount=1, expected_payers=frozenset({"A"})),)}),
    ("FIN-08", {**CASH, "total_investment": 19_000 * EUR}),
    ("FIN-08", {"payments": (Payment(payer="A", amount=3_000 * EUR, in_cash=True),)}),
    ("FIN-10", {"round_trips": (RoundTrip(1_000, 800, 180),)}),
    ("FIN-11", {"total_investment": 31, "equity": 4, "evidenced_debt": 6}),
    (
        "FIN-13",
        {"finance_versions": (FinanceVersion(1, frozenset()), FinanceVersion(2, frozenset()))},
    ),
    ("FIN-14", {"known_debts": 5_000 * EUR, "declared_debts": 0}),
]
SILENT = [
    ("FIN-01", {"own_funds": 60_000 * EUR, "evidenced_origins": (59_000 * EUR,)}),
    ("FIN-02", {"own_funds": 60_000 * EUR, "net_income": 30_000 * EUR, "years_saved": 4}),
    ("FIN-07", {"payments": (paid(),)}),
    ("FIN-08", {**CASH, "total_investment": 20_000 * EUR}),
    ("FIN-08", {"payments": (paid(),)}),
    ("FIN-10", {"round_trips": (RoundTrip(1_000, 799, 10), RoundTrip(1_000, 900, 181))}),
    ("FIN-10", {"round_trips": ()}),
    ("FIN-11", {"total_investment": 30, "equity": 4, "evidenced_debt": 6}),
    (
        "FIN-13",
        {
            "finance_versions": (
                FinanceVersion(1, frozenset()),
                FinanceVersion(2, frozenset(), explained=True),
            )
        },
    ),
    ("FIN-14", {"known_debts": 1_000 * EUR, "declared_debts": 0}),
]


@pytest.mark.parametrize("code, facts", FIRED)
def test_an_indicator_fires_beyond_its_threshold(code, facts):
    signal = measure(code, IndicatorFacts(today=TODAY, **facts))
    assert signal.status is SignalStatus.FIRED
    assert "{" not in signal.explanation.nl + signal.explanation.en


@pytest.mark.parametrize("code, facts", SILENT)
def test_an_indicator_stays_silent_up_to_its_threshold(code, facts):
    assert status(code, **facts) is SignalStatus.SILENT


@pytest.mark.parametrize("code", sorted({code for code, _ in FIRED}))
def test_without_facts_the_officer_is_asked(code):
    assert status(code) is SignalStatus.ASK


def test_a_ratio_without_a_base_is_asked():
    assert status("FIN-02", own_funds=1, net_income=0, years_saved=3) is SignalStatus.ASK
    assert status("FIN-11", total_investment=1, equity=0, evidenced_debt=0) is SignalStatus.ASK
