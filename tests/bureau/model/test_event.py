"""The trail as a table: it refers to nothing that can go, and one number stands once."""

import pytest
from sqlalchemy.exc import IntegrityError

from bureau.model import Event, EventValue
from bureau.rules.events import EventKind
from bureau.trust.leaf import row_of
from tests.bureau.trust.test_leaf import LINE


def test_a_line_points_at_no_other_table_so_that_it_outlives_everything():
    assert Event.__table__.foreign_keys == set()
    assert {key.column.table.name for key in EventValue.__table__.foreign_keys} == {"event"}


def test_a_number_stands_once(sessions):
    with sessions.begin() as session:
        session.add(row_of(1, LINE, []))
    with pytest.raises(IntegrityError), sessions.begin() as session:
        session.add(row_of(1, LINE, [{"op": "new", "what": "x:1"}]))


def test_the_same_leaf_stands_once(sessions):
    one, two = row_of(1, LINE, []), row_of(2, LINE, [])
    two.leaf = one.leaf
    with pytest.raises(IntegrityError), sessions.begin() as session:
        session.add_all([one, two])


def test_every_kind_fits_its_column():
    assert max(map(len, EventKind)) <= Event.__table__.c.kind.type.length
