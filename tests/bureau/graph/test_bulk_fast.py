import numpy as np

from bureau.graph.bulk_fast import bulk_rows
from bureau.graph.ledger import DAY, rows_by
from bureau.graph.scene import stage
from bureau.graph.values import CaseEvidence
from tests.bureau.graph.builders import pay


def test_a_payment_out_is_kept_where_enough_came_in_within_the_window():
    rows = [pay(f"p{n}", "x", 0, 10) for n in range(3)]
    rows += [pay("x", "t", 6, 30), pay("x", "t", 7, 30), pay("x", "t", 6, 60)]
    (ledger,) = stage(CaseEvidence(payments=tuple(rows))).ledgers
    every = np.arange(len(ledger))
    paid, pays = (rows_by(s, every, len(ledger.names)) for s in (ledger.payee, ledger.payer))
    found = np.flatnonzero(bulk_rows(ledger, paid, pays, (7 * DAY, 3, 0.8, 1.2)))
    assert [(ledger.begin[row] - ledger.begin[0]) // DAY for row in found] == [6]
    assert ledger.minor[found].tolist() == [3000]
