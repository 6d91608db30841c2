import numpy as np

from bureau.graph.columns import Columns, Ids, columns_of
from tests.bureau.graph.builders import START, pay


def test_payments_become_columns_and_come_back_the_same():
    rows = [pay("a", "b", 1, 5, at=3), pay("b", "c", 0, 7, currency="USD"), pay("a", "c", 0, 1)]
    assert sorted(columns_of(rows), key=lambda p: p.id) == sorted(rows, key=lambda p: p.id)
    again = columns_of(rows)
    assert columns_of(again) is again
    assert next(iter(again)).on == START


def test_no_payments_are_columns_too():
    assert list(Columns.none()) == []


def test_ids_are_read_where_they_are_asked_for():
    ids = Ids(("x", "y", "z"), np.array([2, 0], dtype=np.int32))
    assert ids == ("z", "x")
    assert (ids[0], ids[-1], tuple(ids[1:])) == ("z", "x", ("x",))
