"""Figures fill the facts of the older indicators and complete loans and leases."""

from datetime import date
from decimal import Decimal

from bureau.operations._indicator_figures import completed, from_figures
from bureau.rules.figures import Figure, Figures
from bureau.rules.indicator_facts import Lease, LenderKind, Loan

LENDER = "Brouwerij X"


def known(*rows):
    return Figures(tuple(Figure(*row) for row in rows))


def test_what_is_not_recorded_is_not_established():
    assert {value for value in from_figures(Figures()).values() if value != Figures()} == {None}


def test_numbers_and_dates_become_facts():
    found = from_figures(
        known(("net_income", Decimal(100)), ("operator_since", date(2025, 1, 1), "A"))
    )
    assert (found["net_income"], found["operators_since"]) == (100, (date(2025, 1, 1),))


def test_a_clause_a_seat_and_a_mandate_are_laid_beside_the_deals():
    deals = {
        "loans": (Loan(lender=LENDER, kind=LenderKind.COMPANY, amount=1),),
        "leases": (Lease("Kade 1", LENDER, "B"),),
    }
    rows = known(
        ("control_clause", "brewery", LENDER),
        ("lender_abroad", True, LENDER),
        ("accounts_filed", False, LENDER),
        ("mandate", True, LENDER),
    )
    found = completed(deals, rows)
    [loan], [lease] = found["loans"], found["leases"]
    assert (loan.kind, loan.gives_control) == (LenderKind.BREWERY, True)
    assert (loan.abroad, loan.files_accounts, lease.has_mandate) == (True, False, True)
    assert completed({"loans": None, "leases": None}, rows) == {"loans": None, "leases": None}
