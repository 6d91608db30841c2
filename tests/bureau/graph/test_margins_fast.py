import numpy as np

from bureau.graph.ledger import DAY, rows_by
from bureau.graph.margins_fast import margins
from bureau.graph.scene import stage
from bureau.graph.values import CaseEvidence
from tests.bureau.graph.builders import pay


def pairs_of(rows, widest=0.01):
    (ledger,) = stage(CaseEvidence(payments=tuple(rows))).ledgers
    every, size = np.arange(len(ledger)), len(ledger.names)
    paid, pays = (rows_by(side, every, size) for side in (ledger.payee, ledger.payer))
    book = (ledger.begin, ledger.end, ledger.minor)
    found = margins(book, paid, pays, (2 * DAY, 0.9, 2, widest))
    return [
        (ledger.names[agent], [(ledger.ids[a], ledger.ids[b]) for a, b in pairs.tolist()])
        for agent, pairs in found
    ]


def test_a_payment_out_takes_the_oldest_payment_in_that_fits_and_is_free():
    rows = [pay("a", "x", n, 100, name=f"in{n}") for n in range(3)]
    rows += [pay("x", "b", 2, 95, name=f"out{n}") for n in range(2)]
    assert pairs_of(rows) == [("x", [("in0", "out0"), ("in1", "out1")])]


def test_margins_that_differ_much_are_not_kept():
    rows = [
        pay("a", "x", 0, 100),
        pay("x", "b", 1, 99),
        pay("a", "x", 5, 100),
        pay("x", "b", 6, 91),
    ]
    assert pairs_of(rows) == []
    assert len(pairs_of(rows, widest=0.05)) == 1
