"""Who sat at the table: in and out, from afar with a check, and with which interest."""

from datetime import time

import pytest

from bureau.errors import AccessDenied, Invalid, NotAllowed
from bureau.operations import agenda_items, attendances
from bureau.operations.attendances import Attendance
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import Table

pytestmark = ON_SQLITE


@pytest.fixture
def table(work_of, actors):
    return Table(work_of, actors)


def test_who_sat_there_is_recorded_by_the_chair(table):
    table.to("in_session")
    table.attend("police")
    with table.by("police") as work:
        item = agenda_items.read_item(work, table.case, table.item).item
        there = {seat.user.login: (seat.attended, seat.declaration) for seat in item.seats}
    assert there["police"] == (True, "no_interest")
    assert there["tax"] == (None, "not_asked")
    with pytest.raises(AccessDenied), table.by("police") as work:
        attendances.record_attendance(work, table.case, table.item, {})


@pytest.mark.parametrize("state", ["planned", "agenda_frozen", "minutes_approved", "closed"])
def test_who_sat_there_is_not_said_beforehand_nor_once_approval_is_asked(table, state):
    """Otherwise a chair could mark away whoever does not approve."""
    seats = {table.seat("tax"): Attendance(False)}
    table.to(state)
    with pytest.raises(NotAllowed), table.by("coordinator") as work:
        attendances.record_attendance(work, table.case, table.item, seats)


@pytest.mark.parametrize(
    ("told", "field"),
    [
        (Attendance(True, "left_room", " "), "interest"),
        (Attendance(True, "no_interest", "a brother in the shop"), "interest"),
        (Attendance(True, "perhaps"), "declaration"),
        (Attendance(False, "no_interest"), "declaration"),
    ],
)
def test_a_declaration_that_contradicts_itself_is_refused(table, told, field):
    seat = table.seat("tax")
    table.to("in_session")
    with pytest.raises(Invalid) as refusal, table.by("coordinator") as work:
        attendances.record_attendance(work, table.case, table.item, {seat: told})
    assert refusal.value.where["field"] == field


def test_times_and_the_check_of_who_is_afar_are_kept(table):
    seat = table.seat("tax")
    table.to("in_session")
    there = {"came_at": time(14, 5), "left_at": time(14, 40), "remote": True}
    told = Attendance(True, "no_interest", identity="known face, code by phone", **there)
    with table.by("coordinator") as work:
        attendances.record_attendance(work, table.case, table.item, {seat: told})
    with table.by("police") as work:
        item = agenda_items.read_item(work, table.case, table.item).item
        [row] = [one for one in item.seats if one.id == seat]
        assert (row.came_at, row.left_at, row.remote) == (time(14, 5), time(14, 40), True)
        assert row.identity == "known face, code by phone"


@pytest.mark.parametrize(
    ("told", "field"),
    [
        (Attendance(True, remote=True), "identity"),
        (Attendance(True, came_at=time(15), left_at=time(14)), "left_at"),
    ],
)
def test_nobody_is_there_from_afar_unchecked_or_leaves_before_coming(table, told, field):
    seat = table.seat("tax")
    table.to("in_session")
    with pytest.raises(Invalid) as refusal, table.by("coordinator") as work:
        attendances.record_attendance(work, table.case, table.item, {seat: told})
    assert refusal.value.where["field"] == field
