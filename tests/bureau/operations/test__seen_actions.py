"""Actions are seen by the seats of their item, of one case or of all."""

from uuid import UUID

import pytest

from bureau.operations import actions
from bureau.operations._seen_actions import seen
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import Table

pytestmark = ON_SQLITE


@pytest.fixture
def table(work_of, actors):
    made = Table(work_of, actors)
    made.sit()
    with made.by("coordinator") as work:
        actions.agree_action(
            work, made.case, made.item, "Look", "police", "Politiewet 3", "", made.day
        )
    return made


def count(table, login, case_id=None):
    with table.by(login) as work:
        return len(seen(work, case_id))


def test_only_the_seats_of_the_item_see_its_action_in_this_case(table):
    assert count(table, "tax") == count(table, "tax", table.case) == 1
    assert count(table, "tax", UUID(int=1)) == 0
    assert count(table, "customs") == 0


def test_who_left_the_room_sees_what_the_own_organisation_owns(table):
    table.to("in_session")
    table.attend("police", "tax")
    table.leave("tax")
    table.leave("police")
    assert count(table, "tax") == 0
    assert count(table, "police") == 1
