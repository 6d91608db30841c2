"""Before a case is closed its coordinator sees what is done, what is open, and where it is done."""

import pytest

from bureau.operations import actions, endings
from bureau.operations._closing import Duty
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import Table

pytestmark = ON_SQLITE


@pytest.fixture
def table(work_of, actors):
    made = Table(work_of, actors, "in_session")
    made.attend("police", "tax", "coordinator")
    with made.by("coordinator") as work:
        act = ("Look at the rent", "police", "Politiewet 3", "", made.day)
        actions.agree_action(work, made.case, made.item, *act)
    return made


def checks(table, login="coordinator"):
    with table.by(login) as work:
        return {row.duty: row for row in endings.read_keeping(work, table.case).checks}


def test_what_is_open_is_named_with_its_place_and_what_stops(table):
    found = checks(table)
    assert [row.name for row in found[Duty.ACTIONS].places] == ["Loods 4"]
    assert [row.id for row in found[Duty.MEETINGS].places] == [table.meeting]
    assert {duty: row.open for duty, row in found.items()} == {
        Duty.ACTIONS: 1,
        Duty.MEETINGS: 1,
        Duty.PLANS: 0,
        Duty.REQUESTS: 0,
        Duty.SECOND: 1,
    }
    assert [duty for duty, row in found.items() if row.stops] == [Duty.ACTIONS]
    assert checks(table, "police") == {}


def test_what_is_settled_is_done_and_a_closed_case_has_no_list(table):
    with table.by("police") as work:
        [action] = actions.list_own_actions(work)
        actions.report_action(work, table.case, action.id, action.version, "done", "It is paid.")
    table.to("closed")
    found = checks(table)
    assert (found[Duty.ACTIONS].open, found[Duty.MEETINGS].open) == (0, 0)
    with table.by("coordinator") as work:
        endings.close_case(work, table.case, "done", "it is carried out")
    assert checks(table) == {}
