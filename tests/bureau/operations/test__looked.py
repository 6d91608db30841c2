"""Looks by day, page by page."""

from datetime import UTC, datetime

from sqlalchemy import select

from bureau.model import Event
from bureau.operations import _looked
from tests.app.test_look_paper import line


def test_looks_stand_by_the_civil_day_in_the_order_given():
    late = line(at=datetime(2026, 3, 2, 23, 30, tzinfo=UTC))
    days = _looked.by_day((late, line(), line()))
    assert [(day.isoformat(), len(rows)) for day, rows in days] == [
        ("2026-03-03", 1), ("2026-03-02", 2)
    ]  # fmt: skip


def test_a_page_that_is_none_is_the_nearest_one():
    for asked, shown in ((-3, 1), (1, 1), (9, 3)):
        assert _looked.page(select(Event), asked, 10, 25)[1:] == (shown, 3)
