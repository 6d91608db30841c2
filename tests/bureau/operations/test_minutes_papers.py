"""Minutes on paper: each seat its own, without what may not leave the house or was recalled."""

import pytest

from bureau.errors import NotAllowed
from bureau.operations import contributions, minutes_papers
from bureau.operations.contributions import Brought
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import Table

pytestmark = ON_SQLITE


@pytest.fixture
def table(work_of, actors):
    made = Table(work_of, actors, "in_session")
    seats = [made.seat("tax")]
    for code in ("H0", "H1"):
        with made.by("police") as work:
            told = Brought(f"With {code}", "SUPERVISION", "Wpg 20", code)
            contributions.contribute(work, made.case, made.item, told, seats)
    made.attend("coordinator", "police", "tax")
    made.minute()
    made.to("minutes_draft")
    return made


def printed(table, login):
    with table.by(login) as work:
        [item] = minutes_papers.print_minutes(work, table.case, table.meeting).items
        return [row.text for row in item.brought], item.kept_back, item.outcome


def test_what_does_not_travel_stays_out_of_the_paper_of_others(table):
    assert printed(table, "police") == (["With H0", "With H1"], 0, True)
    assert printed(table, "tax") == (["With H0"], 1, True)
    assert printed(table, "coordinator") == ([], 0, True)


def test_who_left_the_room_has_no_outcome_on_paper(table):
    table.leave("tax")
    assert printed(table, "tax") == ([], 0, False)


def test_who_has_no_seat_has_no_minutes(table):
    with pytest.raises(NotAllowed), table.by("customs") as work:
        minutes_papers.print_minutes(work, table.case, table.meeting)


def test_before_the_session_there_are_none(table):
    table.to("agenda_frozen")
    with pytest.raises(NotAllowed):
        printed(table, "police")
