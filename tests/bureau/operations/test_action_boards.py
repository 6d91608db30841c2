"""The board: actions of all meetings by status, for whoever the items admit."""

from datetime import timedelta

import pytest

from bureau.operations import action_boards, actions
from bureau.operations.action_boards import Sought
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import Table
from tests.conftest import NOW

pytestmark = ON_SQLITE


@pytest.fixture
def table(work_of, actors):
    made = Table(work_of, actors)
    made.sit()
    with made.by("coordinator") as work:
        for owner, barrier in (("police", "UGB-4b"), ("tax", "")):
            actions.agree_action(
                work, made.case, made.item, "Look", owner, "own law 3", barrier, made.day
            )
    return made


def found(table, login, later=0, **sought):
    actor = getattr(table.actors, login)
    with table.work_of(actor, NOW + timedelta(days=later)) as work:
        board = action_boards.read_board(work, Sought(**sought))
        return [row.owner.code for _, rows in board.columns for row in rows], board.overdue


def test_every_seat_of_the_item_finds_its_actions_and_nobody_else_does(table):
    for login in ("coordinator", "police", "tax"):
        assert found(table, login)[0] == ["police", "tax"]
    for login in ("customs", "mayor", "outsider"):
        assert found(table, login) == ([], 0)


def test_it_is_filtered_by_organisation_barrier_and_what_is_late(table):
    assert found(table, "police", organisation="tax")[0] == ["tax"]
    assert found(table, "police", barrier="UGB-4b")[0] == ["police"]
    assert found(table, "police", overdue=True) == ([], 0)
    assert found(table, "police", later=30, overdue=True) == (["police", "tax"], 2)


def test_who_left_the_room_finds_own_actions_only(table):
    table.to("in_session")
    table.leave("tax")
    assert found(table, "tax")[0] == ["tax"]
