"""Rows of cases are fetched table by table, and only those of the cases asked for."""

import pytest
from sqlalchemy import select

from bureau.model import Case, Finding, Move, Screening
from bureau.operations import _rows
from tests.bureau.operations.road import Road


def test_rows_belong_to_their_own_case(road, work_of, actors):
    other = Road(work_of, actors)
    other.to_form()
    with road.by("officer") as work:
        found = {
            rows.case.id: rows
            for rows in _rows.rows_of_all(work.session, select(Case).where(Case.id.is_not(None)))
        }
        assert found[road.id].all(Move) == []
        assert [move.transition for move in found[other.id].all(Move)] == ["T02", "T04"]
        assert found[other.id].screening.case_id == other.id


def test_a_table_that_was_not_fetched_is_a_slip(road):
    with road.by("officer") as work:
        case = work.session.get_one(Case, road.id)
        rows = _rows.rows(work.session, case, (Screening,))
        with pytest.raises(KeyError):
            rows.all(Finding)
        assert rows.last(Screening) is rows.screening


def test_the_number_of_queries_does_not_grow_with_the_cases(road, work_of, actors, engine):
    from sqlalchemy import event

    def count():
        seen = []
        with road.by("officer") as work:
            event.listen(engine, "before_cursor_execute", lambda *given: seen.append(given[2]))
            _rows.rows_of_all(work.session, select(Case))
            return len(seen)

    before = count()
    for _ in range(3):
        Road(work_of, actors)
    assert count() <= before
