import networkx as nx
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from bureau.graph.knots_fast import in_knots
from bureau.graph.rings_fast import grouped

PAYMENTS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=30
)


def columns(rows):
    begin, payer, payee = (np.array(column) for column in zip(*sorted(rows), strict=True))
    return begin, begin, payer.astype(np.int32), payee.astype(np.int32)


def by_networkx(flows, span):
    """The payments inside a knot of a window of two spans, window by window."""
    begin, _, payer, payee = (column.tolist() for column in flows)
    found = set()
    for first in range(begin[0], begin[-1] + 1, span):
        rows = [row for row, at in enumerate(begin) if first <= at < first + 2 * span]
        graph = nx.DiGraph((payer[row], payee[row]) for row in rows)
        knots = {
            at: n for n, some in enumerate(nx.strongly_connected_components(graph)) for at in some
        }
        found |= {row for row in rows if knots[payer[row]] == knots[payee[row]]}
    return found


@settings(max_examples=200, deadline=None)
@given(PAYMENTS, st.integers(1, 15))
def test_a_payment_is_left_out_only_where_no_window_ties_its_ends_both_ways(rows, span):
    flows = columns(rows)
    able = in_knots(flows, grouped(flows[2], 6), 6, span)
    assert set(np.flatnonzero(able).tolist()) == by_networkx(flows, span)
