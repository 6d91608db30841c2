"""The rail of the procedure and the pages on which steps are taken."""

from datetime import date

import pytest

from app.views import roads
from bureau.operations import letters, supplements
from bureau.operations.case_files import read_case
from bureau.operations.steps import OPERATIONS
from bureau.rules.procedure import states, transitions


def test_every_state_has_its_station():
    placed = [state for _, within in roads.STATIONS for state in within]
    assert sorted(placed) == sorted(states().codes())


def test_every_page_where_work_is_done_exists(app):
    assert {page for rows in roads.WORK.values() for page, _ in rows} <= set(app.view_functions)
    known = set(states().codes())
    assert set(roads.WORK) | {each for row in roads.LETTERS.values() for each in row} <= known
    assert set(roads.ACTS) <= set(roads.STEP_PAGES)
    assert set(roads.USUAL) | set(roads.ASIDE) <= set(transitions().codes())


def due(road, day):
    with road.by("officer", day) as work:
        return roads.letters_due(read_case(work, road.id))


def test_the_letter_of_a_step_is_due_until_it_went_out(road):
    assert due(road, "03-02") == ["receipt"]
    road.to_returned(left_out=("Q01.01",))
    with road.by("officer", "03-12") as work:
        supplements.ask_supplement(work, road.id, "not complete")
    assert due(road, "03-12") == ["receipt", "supplement"]
    with road.by("officer", "03-12") as work:
        wanted = letters.Wanted(address="Kadeplein 3")
        made = letters.compose_letter(work, road.id, "supplement", wanted)
        sent = letters.Dispatch(date(2026, 3, 12), "post")
        digest = made.paper.sha256
        letters.send_letter(work, road.id, "supplement", wanted, sent, b"%PDF-", digest)
    assert due(road, "03-12") == ["receipt"]


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
