"""Items: admitted seats only, minutes while the meeting allows, approved by those who sat there."""

from dataclasses import replace
from uuid import uuid4

import pytest

from bureau.errors import AccessDenied, Invalid, NotAllowed, NotFound
from bureau.operations import agenda_items, members
from bureau.operations.agenda_items import Option, Wanted
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import ITEM, SEATS, Table

pytestmark = ON_SQLITE


@pytest.fixture
def table(work_of, actors):
    return Table(work_of, actors)


def add(table, wanted=ITEM, seats=SEATS, login="coordinator"):
    with table.by(login) as work:
        item = agenda_items.add_item(work, table.case, table.meeting, wanted, seats)
        return (item.id, item.number, len(item.seats))


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


@pytest.mark.parametrize("login", ["police", "tax"])
def test_a_seat_whose_data_come_in_a_later_phase_is_not_admitted_yet(table, login):
    with pytest.raises(NotAllowed) as refusal:
        add(table, replace(ITEM, phase="P1"), [(login, "own information")])
    assert refusal.value.where["guard"] == "first_phase"
    assert "phase 2" in str(refusal.value)
    assert add(table, replace(ITEM, phase="P3"), [(login, "own information")])[2] >= 2


def test_who_is_no_participant_sits_at_items_without_persons_only(table):
    with table.by("coordinator") as work:
        members.share_case(work, table.case, "port", "partner", "knows the area")
    for phase in ("P1", "P2", "P3"):
        with pytest.raises(NotAllowed) as refusal:
            add(table, replace(ITEM, phase=phase), [("port", "knows the area")])
        assert refusal.value.where["guard"] == "participant"
    area = replace(ITEM, phase="P1", without_persons=True)
    assert add(table, area, [("port", "knows the area"), ("police", "knows the area")])[2] == 3


def test_the_secretary_is_admitted_with_the_chair(table):
    with table.by("police") as work:
        item = agenda_items.read_item(work, table.case, table.item).item
        assert {item.meeting.secretary_id, item.meeting.chair_id} <= {
            seat.user_id for seat in item.seats
        }


def test_no_track_passes_unseen(table):
    seen = table.version()
    told = {"criminal": Option("Look", "A report"), "administrative": Option(why_not="Later")}
    with pytest.raises(Invalid) as refusal, table.by("coordinator") as work:
        agenda_items.compare_options(work, table.case, table.item, seen, told)
    assert refusal.value.where["field"] == "why-victim"


def test_the_chair_hears_who_leaves_the_room_first(table):
    other, _, _ = add(table, seats=[("customs", "own goods")])
    with table.by("coordinator") as work:
        view = agenda_items.read_item(work, table.case, table.item)
        assert [user.login for user in view.elsewhere] == ["customs"]
    with table.by("customs") as work:
        assert agenda_items.read_item(work, table.case, other).elsewhere == ()
