"""What a meeting has recorded is read from its rows, one requirement at a time."""

import pytest

from bureau.model import Meeting
from bureau.operations import actions, attendances, minutes
from bureau.operations._meeting_record import recorded
from bureau.operations.attendances import Attendance
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import Table

pytestmark = ON_SQLITE


@pytest.fixture
def table(work_of, actors):
    return Table(work_of, actors)


def codes(table):
    with table.by("coordinator") as work:
        return recorded(work.session.get_one(Meeting, table.meeting))


def test_a_planned_meeting_has_its_frame_but_no_outcome(table):
    found = codes(table)
    assert {"date", "chair", "secretary", "purpose", "place", "invitations", "items"} <= found
    assert {"questions", "seats_per_item", "victim_check"} <= found
    assert not {"attendance", "decisions"} & found


def test_attendance_counts_when_every_seat_was_asked(table):
    table.to("in_session")
    table.attend("police", "tax")
    assert "attendance" not in codes(table)
    table.attend("coordinator")
    assert {"attendance", "interests_declared"} <= codes(table)


def test_presence_alone_says_nothing_of_interests(table):
    table.to("in_session")
    table.attend("police", "tax", "coordinator", declaration="not_asked")
    assert "attendance" in codes(table)
    assert "interests_declared" not in codes(table)
    table.attend("police", "coordinator")
    assert "interests_declared" not in codes(table)
    absent = {table.seat("tax"): Attendance(False)}
    with table.by("coordinator") as work:
        attendances.record_attendance(work, table.case, table.item, absent)
    assert "interests_declared" in codes(table)


def test_who_left_the_room_does_not_approve_the_minutes(table):
    seat = table.seat("tax")
    table.to("in_session")
    table.attend("police", "coordinator")
    left = {seat: Attendance(True, "left_room", "a brother rents there")}
    with table.by("coordinator") as work:
        attendances.record_attendance(work, table.case, table.item, left)
    assert {"attendance", "interests_declared"} <= codes(table)
    table.to("minutes_approved")
    for login in ("police", "coordinator"):
        assert "approvals" not in codes(table)
        with table.by(login) as work:
            minutes.approve_minutes(work, table.case, table.item)
    assert "approvals" in codes(table)


def test_a_decision_to_act_needs_an_action(table):
    table.to("in_session")
    table.attend("coordinator", "police")
    body = table.code("police")
    table.minute("intervention", "The police look.", to=body, power="Politiewet 3")
    assert "actions" not in codes(table)
    with table.by("coordinator") as work:
        actions.agree_action(
            work, table.case, table.item, "Look", "police", "Politiewet 3", "", table.day
        )
    found = codes(table)
    assert {"actions", "decisions"} <= found
    assert "action_statuses" not in found
    table.leave("police")
    assert "actions" not in codes(table)


def test_a_table_of_one_is_no_table(work_of, actors):
    assert not {"invitations", "seats_per_item"} & codes(
        Table(work_of, actors, seats=(), secretary="")
    )
