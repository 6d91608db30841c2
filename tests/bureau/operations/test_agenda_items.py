"""Items: admitted seats only, minutes while the meeting allows, approved by those who sat there."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from bureau.errors import AccessDenied, Changed, Invalid, NotAllowed, NotFound
from bureau.model import AgendaItem
from bureau.operations import agenda_items, members
from bureau.operations.agenda_items import Attendance, Wanted
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import ITEM, SEATS, Table
from tests.conftest import NOW

pytestmark = ON_SQLITE


@pytest.fixture
def table(work_of, actors):
    return Table(work_of, actors)


def add(table, wanted=ITEM, seats=SEATS, login="coordinator"):
    with table.by(login) as work:
        item = agenda_items.add_item(work, table.case, table.meeting, wanted, seats)
        return (item.id, item.number, len(item.seats))


def write(table, version, login="coordinator", **changed):
    said = {
        "minutes": "Said and asked.",
        "decision_kind": "hold",
        "decision": "We wait.",
        "dissent": "",
        "victim_check": "referred",
        **changed,
    }
    with table.by(login) as work:
        agenda_items.write_minutes(work, table.case, table.item, version, **said)


def test_items_are_numbered_and_the_chair_is_always_admitted(table):
    _, number, seats = add(table)
    assert (number, seats) == (2, 3)


def test_a_seat_needs_a_reason_and_a_place_in_the_case(table):
    with pytest.raises(Invalid):
        add(table, seats=[("police", " ")])
    with pytest.raises(NotFound):
        add(table, seats=[("prosecutor", "own information")])


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted("", "q", "P1", "b"),
        Wanted("t", "", "P1", "b"),
        Wanted("t", "q", "P4", "b"),
        Wanted("t", "q", "P1", " "),
        Wanted("t", "q", "P1", "b", "perhaps"),
        Wanted("t" * 30_000, "q", "P1", "b"),
        Wanted("t", "q", "P2", "b", without_persons=True),
    ],
)
def test_an_item_says_what_is_asked_in_which_phase_on_which_basis(table, wanted):
    with pytest.raises(Invalid):
        add(table, wanted)


def test_only_who_runs_the_meeting_adds_items(table):
    for login in ("police", "mayor", "outsider"):
        with pytest.raises(AccessDenied):
            add(table, login=login)


def test_only_admitted_seats_read_an_item(table):
    for login in ("coordinator", "police", "tax"):
        with table.by(login) as work:
            view = agenda_items.read_item(work, table.case, table.item)
            assert view.may_run is (login == "coordinator")
            assert view.own == work.actor.organisation_id
    for login in ("customs", "mayor", "prosecutor", "outsider", "auditor"):
        with pytest.raises(AccessDenied), table.by(login) as work:
            agenda_items.read_item(work, table.case, table.item)


def test_a_hidden_item_and_none_at_all_are_refused_alike(table):
    said = set()
    for item_id in (table.item, uuid4()):
        with pytest.raises((AccessDenied, NotFound)) as refusal, table.by("customs") as work:
            agenda_items.read_item(work, table.case, item_id)
        answer = refusal.value
        said.add((str(answer), answer.template, answer.code, answer.hint, str(answer.where)))
    assert len(said) == 1


def test_who_sat_there_is_recorded_by_the_chair(table):
    table.to("in_session")
    table.attend("police")
    with table.by("police") as work:
        item = agenda_items.read_item(work, table.case, table.item).item
        there = {seat.user.login: (seat.attended, seat.declaration) for seat in item.seats}
    assert there["police"] == (True, "no_interest")
    assert there["tax"] == (None, "not_asked")
    with pytest.raises(AccessDenied), table.by("police") as work:
        agenda_items.record_attendance(work, table.case, table.item, {})


@pytest.mark.parametrize("state", ["planned", "agenda_frozen", "minutes_approved", "closed"])
def test_who_sat_there_is_not_said_beforehand_nor_once_approval_is_asked(table, state):
    """Otherwise a chair could mark away whoever does not approve."""
    seats = {table.seat("tax"): Attendance(False)}
    table.to(state)
    with pytest.raises(NotAllowed), table.by("coordinator") as work:
        agenda_items.record_attendance(work, table.case, table.item, seats)


@pytest.mark.parametrize("login", ["police", "tax"])
def test_a_seat_whose_data_come_in_a_later_phase_is_not_admitted_yet(table, login):
    with pytest.raises(NotAllowed) as refusal:
        add(table, replace(ITEM, phase="P1"), [(login, "own information")])
    assert refusal.value.where["guard"] == "first_phase"
    assert "phase 2" in str(refusal.value)
    assert add(table, replace(ITEM, phase="P3"), [(login, "own information")])[2] == 2


def test_who_is_no_participant_sits_at_items_without_persons_only(table):
    with table.by("coordinator") as work:
        members.share_case(work, table.case, "port", "partner", "knows the area")
    for phase in ("P1", "P2", "P3"):
        with pytest.raises(NotAllowed) as refusal:
            add(table, replace(ITEM, phase=phase), [("port", "knows the area")])
        assert refusal.value.where["guard"] == "participant"
    area = replace(ITEM, phase="P1", without_persons=True)
    assert add(table, area, [("port", "knows the area"), ("police", "knows the area")])[2] == 3


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
        agenda_items.record_attendance(work, table.case, table.item, {seat: told})
    assert refusal.value.where["field"] == field


def test_minutes_are_written_while_the_meeting_is_in_session(table):
    with pytest.raises(NotAllowed):
        write(table, table.version())
    table.to("in_session")
    write(table, table.version(), dissent="The tax seat saw it otherwise.")
    with table.by("police") as work:
        item = agenda_items.read_item(work, table.case, table.item).item
        assert (item.decision, item.decision_kind) == ("We wait.", "hold")
        assert item.victim_check == "referred"


@pytest.mark.parametrize(
    "wrong", [{"decision": " "}, {"decision_kind": "punish"}, {"victim_check": "no"}]
)
def test_minutes_without_a_decision_of_a_known_kind_are_refused(table, wrong):
    table.to("in_session")
    with pytest.raises(Invalid):
        write(table, table.version(), **wrong)


def test_minutes_are_not_overwritten_unseen(table):
    table.to("in_session")
    seen = table.version()
    write(table, seen)
    with pytest.raises(Changed) as clash:
        write(table, seen, decision="We act.")
    assert ("decision", "We act.", "We wait.") in clash.value.differences


def test_minutes_are_approved_by_a_seat_for_itself_when_they_are_up(table):
    with pytest.raises(NotAllowed), table.by("police") as work:
        agenda_items.approve_minutes(work, table.case, table.item)
    table.to("minutes_approved")
    with table.by("police") as work:
        agenda_items.approve_minutes(work, table.case, table.item)
    with table.by("coordinator") as work:
        seats = work.session.get_one(AgendaItem, table.item).seats
        approved = {seat.user.login for seat in seats if seat.approved_at}
    assert approved == {"police"}


def test_the_first_approval_stands(table):
    table.to("minutes_approved")
    for hours in (1, 2):
        with table.work_of(table.actors.police, NOW + timedelta(hours=hours)) as work:
            agenda_items.approve_minutes(work, table.case, table.item)
    with table.by("police") as work:
        item = agenda_items.read_item(work, table.case, table.item).item
        [moment] = [seat.approved_at for seat in item.seats if seat.approved_at]
    assert moment == NOW + timedelta(hours=1)


def test_somebody_without_a_seat_approves_nothing(table):
    table.to("minutes_approved")
    with pytest.raises(AccessDenied), table.by("customs") as work:
        agenda_items.approve_minutes(work, table.case, table.item)
