"""Rows one by one: a number once in a file, and no reference before a case is kept."""

import pytest

from bureau.operations.portfolios import NEW, REFUSED, RowsRefused
from tests.bureau.operations.portfolio import CAFE, keep_mapping, take
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_a_number_stands_once_and_what_came_before_a_fault_is_taken_back(work_of, actors):
    keep_mapping(work_of, actors.officer)
    wrong = {**CAFE, "Zaaknummer": "Z-2", "Behandelaar": "nobody"}
    with pytest.raises(RowsRefused) as refused:
        take(work_of, actors.officer, CAFE, wrong, CAFE, {**CAFE, "Zaaknummer": "Z-4"})
    rows = refused.value.result.rows
    assert [row.standing for row in rows] == [NEW, REFUSED, REFUSED, NEW]
    assert [row.reference for row in rows] == ["", "", "", ""]
    assert str(rows[2].faults[0].error) == "This number stands on line 2 too."
