"""The room screen: what all in the room may see, and how much is not shown."""

import pytest

from bureau.errors import AccessDenied, NotAllowed
from bureau.operations import contributions, rooms
from bureau.operations.contributions import Brought
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import Table

pytestmark = ON_SQLITE


@pytest.fixture
def table(work_of, actors):
    made = Table(work_of, actors)
    for number, readers in enumerate((("tax", "coordinator"), ("coordinator",))):
        seats = [made.seat(each) for each in readers]
        with made.by("police") as work:
            told = Brought(f"Number {number}", "SUPERVISION", "Wpg 20")
            contributions.contribute(work, made.case, made.item, told, seats)
    return made


def screen(table, login="coordinator"):
    with table.by(login) as work:
        room = rooms.show_room(work, table.case, table.item)
        return [row.text for row in room.brought], room.withheld


def test_the_screen_shows_what_all_present_may_see(table):
    table.to("in_session")
    table.attend("coordinator", "police", "tax")
    assert screen(table) == (["Number 0"], 1)
    table.leave("tax")
    assert screen(table) == (["Number 0", "Number 1"], 0)


def test_without_a_session_or_anybody_present_nothing_is_projected(table):
    with pytest.raises(NotAllowed):
        screen(table)
    table.to("in_session")
    with pytest.raises(NotAllowed) as refusal:
        screen(table)
    assert refusal.value.where["guard"] == "present"


def test_the_chair_projects_and_nobody_else(table):
    table.to("in_session")
    table.attend("coordinator", "police")
    for login in ("police", "tax", "customs", "outsider"):
        with pytest.raises(AccessDenied):
            screen(table, login)
