"""The rail of the procedure and the pages on which steps are taken."""

import pytest

from app.views import roads
from bureau.operations.case_files import read_case
from bureau.operations.steps import OPERATIONS
from bureau.operations.tasks import TaskKind
from bureau.rules.procedure import states, transitions


def test_every_state_has_its_station():
    placed = [state for _, within in roads.STATIONS for state in within]
    assert sorted(placed) == sorted(states().codes())


def test_every_task_leads_somewhere(app):
    assert set(roads.TASK_PAGES) == {kind.value for kind in TaskKind}
    assert set(roads.TASK_PAGES.values()) <= set(app.view_functions)


def test_every_page_of_a_step_exists(app):
    assert set(roads.STEP_PAGES.values()) <= set(app.view_functions)
    assert set(roads.STEP_PAGES) | set(OPERATIONS) <= set(transitions().codes())


@pytest.mark.parametrize(("state", "words"), [("ST10", "current"), ("ST60", "next")])
def test_the_rail_shows_where_the_case_stands(road, app, state, words):
    with app.test_request_context(), road.by("officer") as work:
        rows = roads.rail(read_case(work, road.id))
    at = next(n for n, (_, within) in enumerate(roads.STATIONS) if state in within)
    assert rows[at]["state"] == words


def test_a_station_that_was_passed_over_is_skipped(road, app):
    road.to_care()
    with app.test_request_context(), road.by("officer", "03-14") as work:
        rows = {str(row["label"]): row["state"] for row in roads.rail(read_case(work, road.id))}
    assert list(rows.values()).count("skipped") == 1
