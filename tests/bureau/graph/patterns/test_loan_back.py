from itertools import pairwise

import pytest

from bureau.graph.values import Loan
from bureau.rules.vocabulary import TieKind
from tests.bureau.graph.builders import (
    START,
    account,
    company,
    holds,
    lend,
    outcome,
    pay,
    person,
    tie,
)

LOAN = lend("lender", "borrower", 100, 100_000)
CLOSE = (tie("borrower", TieKind.FAMILY, "sister"), tie("sister", TieKind.DIRECTS, "shop"))
NODES = tuple(person(name) for name in ("lender", "borrower", "sister", "shop", "far"))


def hits(*payments, edges=(), loan=LOAN, nodes=NODES, **settings):
    found = outcome(
        "UB-37", payments, loans=(loan,), nodes=nodes, edges=tuple(edges), settings=settings
    )
    return found.hits


def test_a_loan_out_of_the_borrowers_own_money_is_found():
    paid = [pay("borrower", "m", 50, 80000, name="p1"), pay("m", "lender", 60, 75000, name="p2")]
    (hit,) = hits(*paid)
    assert hit.subjects == ("borrower", "m", "lender")
    assert hit.evidence == ("p1", "p2", "L1")
    assert hit.metrics == {
        "currency": "EUR",
        "loan": "L1",
        "principal": "100000.00",
        "smallest_hop": "75000.00",
        "funded": "0.750000",
        "hops": 2,
        "ties_to_borrower": 0,
    }


@pytest.mark.parametrize(
    ("payment", "count"),
    [
        (pay("borrower", "lender", 50, 60000), 1),
        (pay("borrower", "lender", 50, 59999.99), 0),
        (pay("borrower", "lender", 100, 60000), 1),
        (pay("borrower", "lender", 101, 60000), 0),
        (pay("borrower", "lender", -20, 60000), 1),
        (pay("borrower", "lender", -21, 60000), 0),
    ],
)
def test_sum_and_period_count_from_one_side_only(payment, count):
    assert len(hits(payment)) == count


@pytest.mark.parametrize(("length", "count"), [(4, 1), (5, 0)])
def test_a_chain_has_at_most_four_hops(length, count):
    names = ["borrower", *(f"m{i}" for i in range(length - 1)), "lender"]
    paid = [pay(a, b, 10 + i, 90000) for i, (a, b) in enumerate(pairwise(names))]
    assert len(hits(*paid)) == count


@pytest.mark.parametrize(("origin", "ties"), [("sister", 1), ("shop", 2)])
def test_somebody_close_to_the_borrower_counts(origin, ties):
    (hit,) = hits(pay(origin, "lender", 50, 90000), edges=CLOSE)
    assert hit.metrics["ties_to_borrower"] == ties
    assert hit.subjects == (origin, "lender", "borrower")


def test_three_ties_away_is_not_close_and_an_address_is_no_closeness():
    edges = (*CLOSE, tie("shop", TieKind.EMPLOYS, "far"), tie("borrower", TieKind.LIVES_AT, "far"))
    assert hits(pay("far", "lender", 50, 90000), edges=edges) == ()


def test_the_lenders_ordinary_own_funds_are_no_hit():
    assert hits(pay("customer", "lender", 50, 900000)) == ()


def test_one_loan_gives_one_hit_of_the_nearest_funder():
    paid = [pay("sister", "lender", 50, 99000), pay("borrower", "lender", 51, 60000)]
    (hit,) = hits(*paid, edges=CLOSE)
    assert hit.subjects == ("borrower", "lender")


def test_several_payments_along_one_hop_are_added_up():
    paid = [pay("borrower", "lender", day, 20000) for day in (50, 60, 70)]
    (hit,) = hits(*paid)
    assert len(hit.evidence) == 4


def test_a_loan_passed_on_is_a_hop_but_the_loan_itself_is_not():
    first = Loan("L0", "borrower", "lender", 9_000_000, "EUR", START)
    found = outcome("UB-37", loans=(LOAN, first), nodes=NODES)
    assert [hit.evidence for hit in found.hits] == [("L0", "L1")]
    assert found.subjects_tried == 2


def test_accounts_and_joint_accounts_lead_to_their_holders():
    nodes = (*NODES, account("x"), account("joint"), account("y"))
    edges = (holds("lender", "y"), holds("borrower", "joint"), holds("sister", "joint"))
    (hit,) = hits(pay("joint", "y", 50, 90000), nodes=nodes, edges=edges)
    assert hit.subjects == ("joint", "lender", "borrower")
    assert hit.metrics["ties_to_borrower"] == 0


def test_a_bank_is_no_suspect_lender_and_a_loan_to_oneself_is_none():
    bank = (company("lender", hub="bank"),)
    assert hits(pay("borrower", "lender", 50, 90000), nodes=bank) == ()
    assert hits(pay("borrower", "m", 50, 90000), loan=lend("a", "a", 100, 10)) == ()


def test_a_victim_is_in_no_chain():
    victim = (*NODES, person("m", protected=True))
    paid = [pay("borrower", "m", 50, 80000), pay("m", "lender", 60, 75000)]
    assert hits(*paid, nodes=victim) == ()
    assert (
        hits(pay("borrower", "lender", 5, 9e4), nodes=(person("borrower", protected=True),)) == ()
    )


def test_a_loan_in_another_currency_is_not_met_by_euros():
    loan = Loan("L1", "lender", "borrower", 10_000_000, "USD", LOAN.on)
    assert hits(pay("borrower", "lender", 50, 90000), loan=loan) == ()


def test_no_base_rate_is_given_where_it_would_mean_nothing():
    found = outcome("UB-37", loans=(LOAN,), reshuffles=5)
    assert found.base_rate["reshuffles"] == 0
    assert found.base_rate["text"].startswith("Not applicable")
    assert found.base_rate["text_nl"].startswith("Niet van toepassing")


def test_the_search_stops_where_its_work_is_spent():
    loans = (LOAN, lend("lender", "borrower", 110, 10, name="L2"))
    paid = [pay("borrower", "lender", day, 90000) for day in (1, 2)]
    found = outcome("UB-37", paid, loans=loans, nodes=NODES, max_steps=1)
    assert (found.complete, found.subjects_tried) == (False, 1)
