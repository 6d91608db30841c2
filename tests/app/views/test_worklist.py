"""What the worklist shows."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bureau.operations import cases
from bureau.rules.clock import ClockState
from tests.app.views.reading import text


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ("?state=ST10", True),
        ("?state=ST20", False),
        ("?scope=SC02", True),
        ("?scope=SC01", False),
        ("?handler={handler}", True),
        ("?handler=00000000-0000-0000-0000-000000000000", False),
    ],
)
def test_the_worklist_is_filtered_by_handler_state_and_decision(road, house, officer, asked, there):
    address = f"/cases{asked.format(handler=house.actors.officer.id)}"
    page = text(officer.get(address))
    assert (f"/cases/{road.id}" in page) is there
    assert 'name="scope"' in page


def test_what_falls_due_is_near_although_another_term_ran_out(road):
    with road.by("officer") as work:
        [row] = cases.list_cases(work)
        clock = row.next_clock
    last = clock.due
    assert row.near(last - timedelta(days=60)) is None
    assert row.near(last - timedelta(days=2)) == clock
    late = replace(clock, due=date(2026, 1, 1), state=ClockState.OVERDUE)
    both = replace(row, next_clock=late, clocks=(late, clock))
    assert both.near(last - timedelta(days=2)) == clock
    assert both.overdue(last) == late
