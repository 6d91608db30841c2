import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bureau.graph.rings_fast import on_round_trips

PAYMENTS = st.lists(
    st.tuples(st.integers(0, 25), st.sampled_from([0, 0, 3]), st.integers(0, 4), st.integers(1, 4)),
    min_size=1,
    max_size=20,
)


def flows_of(rows):
    """Columns of payments told as moment, how long it may have taken, payer and a step onward."""
    begin, length, payer, step = (np.array(column) for column in zip(*sorted(rows), strict=True))
    ends = (payer.astype(np.int32), ((payer + step) % 5).astype(np.int32))
    return begin, begin + length, *ends


def by_trying_everything(flows, span, fewest):
    """The payments on a round trip, by following every payment in time: slow and plain."""
    begin, end, payer, payee = (column.tolist() for column in flows)
    found = set()

    def follow(trip, visited):
        last = trip[-1]
        for row in range(len(begin)):
            in_time = end[last] < begin[row] <= begin[trip[0]] + span
            if not in_time or payer[row] != payee[last]:
                continue
            if payee[row] == payer[trip[0]]:
                found.update([*trip, row] if len(trip) + 1 >= fewest else ())
            elif payee[row] not in visited:
                follow([*trip, row], visited | {payee[row]})

    for row in range(len(begin)):
        follow([row], {payer[row], payee[row]})
    return found


@settings(max_examples=300, deadline=None)
@given(PAYMENTS, st.integers(1, 25), st.sampled_from([2, 3]))
def test_the_payments_on_round_trips_are_those_that_trying_everything_finds(rows, span, fewest):
    flows = flows_of(rows)
    flags, _, whole = on_round_trips(flows, 5, span, 10**9, fewest=fewest)
    assert set(np.flatnonzero(flags).tolist()) == by_trying_everything(flows, span, fewest)
    assert whole


def ring(count):
    return flows_of([(number, 0, number % 5, 1) for number in range(count)])


@pytest.mark.parametrize(("span", "found"), [(4, 5), (3, 0)])
def test_the_window_is_closed_on_both_sides(span, found):
    assert on_round_trips(ring(5), 5, span, 1000)[0].sum() == found


def test_where_the_work_is_spent_it_says_so():
    flags, _, whole = on_round_trips(ring(5), 5, 10, 0)
    assert not whole
    assert not flags.all()
