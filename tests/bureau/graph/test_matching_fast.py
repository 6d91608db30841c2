from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from bureau.graph.dwelling import first_in_first_out
from bureau.graph.ledger import rows_by
from bureau.graph.matching_fast import may_pass_on, pieces
from bureau.graph.passing import STANDARD, _Account
from bureau.graph.scene import Budget, stage
from bureau.graph.settings import Settings
from bureau.graph.values import CaseEvidence
from tests.bureau.graph.builders import pay

ROWS = st.lists(
    st.tuples(st.booleans(), st.integers(0, 9), st.integers(1, 9), st.sampled_from([None, 9, 12])),
    min_size=1,
    max_size=20,
)


def account_of(rows):
    payments = [
        pay(*(("x", "o") if out else ("o", "x")), day, euros, at=at, name=f"p{i:02}")
        for i, (out, day, euros, at) in enumerate(rows)
    ]
    (ledger,) = stage(CaseEvidence(payments=tuple(payments))).ledgers
    x = ledger.names.index("x")
    every = np.arange(len(ledger))
    paid, pays = (rows_by(side, every, 2) for side in (ledger.payee, ledger.payer))
    return ledger, x, paid, pays


@settings(max_examples=100, deadline=None)
@given(ROWS)
def test_the_fast_match_is_the_plain_one(rows):
    ledger, x, paid, pays = account_of(rows)
    fast = pieces((ledger.begin, ledger.end, ledger.minor), paid.of(x), pays.of(x))
    plain = first_in_first_out(ledger, paid.of(x).tolist(), pays.of(x).tolist())
    assert [(one.place, one.debit, one.minor, one.lag) for one in plain] == [
        (place, pays.of(x)[debit], minor, lag) for place, debit, minor, lag in fast.tolist()
    ]


@settings(max_examples=100, deadline=None)
@given(ROWS, st.integers(1, 20), st.sampled_from(["0.3", "0.9", "1"]))
def test_what_is_a_hit_is_never_passed_over(rows, least, share):
    ledger, x, paid, pays = account_of(rows)
    chosen = {"Cmin_eur": least, "r": share, "b": 1000, "W_days": 5}
    terms = Settings({**STANDARD, **{name: Fraction(value) for name, value in chosen.items()}})
    found = _Account(ledger, "x", paid.of(x), pays.of(x)).hits(terms, Budget(10_000))
    bounds = (least * 100, float(terms["r"]) * (1 - 1e-9), 48 * 3600, 5 * 86400)
    (close,) = may_pass_on(ledger, paid, pays, np.array([x]), bounds)
    assert close or not found
