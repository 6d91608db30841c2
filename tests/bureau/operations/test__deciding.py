"""An action whose owner left the room for an interest needs another one, until it is settled."""

import pytest

from bureau.model import Action
from bureau.operations import actions, agenda_items
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import Table

pytestmark = ON_SQLITE


@pytest.fixture
def table(work_of, actors):
    made = Table(work_of, actors, "in_session")
    made.sit()
    with made.by("coordinator") as work:
        act = ("Look", "tax", "AWR 47", "", made.day)
        made.action = actions.agree_action(work, made.case, made.item, *act).id
    return made


def adrift(table):
    with table.by("coordinator") as work:
        view = agenda_items.read_item(work, table.case, table.item)
        return view.needs_owner(work.session.get_one(Action, table.action))


def test_an_owner_who_declares_an_interest_afterwards_leaves_the_action_without_owner(table):
    assert not adrift(table)
    table.leave("tax")
    assert adrift(table)
    with table.by("coordinator") as work:
        act = ("Look too", "police", "Politiewet 3", "", table.day)
        new = actions.agree_action(work, table.case, table.item, *act).id
    with table.by("coordinator") as work:
        actions.report_action(work, table.case, table.action, 1, "replaced", "", new)
    assert not adrift(table)
