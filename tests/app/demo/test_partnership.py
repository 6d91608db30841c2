import pytest

from app.demo.partnership import MEETING, STORY, items
from bureau.operations import actions, agenda_items, cases, meetings

SEATS = {
    "police": (0, 1, 2),
    "prosecutor": (1,),
    "tax": (0, 1, 2),
    "customs": (0, 2),
    "port": (0,),
    "officer": (0,),
    "coordinator": (0, 1, 2),
}


@pytest.mark.parametrize("login", SEATS)
def test_each_seat_sees_only_the_items_that_admit_it(city, login):
    with city.work(login) as work:
        view = meetings.read_meeting(work, city.id(STORY), city.id(MEETING))
        titles = [item.title for item in view.items]
    assert titles == [items()[number]["title"] for number in SEATS[login]]
    assert view.state.code == "tracking"


def test_the_minutes_were_approved_and_each_decision_says_what(city):
    with city.work("coordinator") as work:
        for number in range(3):
            item = agenda_items.read_item(
                work, city.id(STORY), city.id(f"{STORY}/item:{number}")
            ).item
            assert item.decision
            assert item.minutes
            stayed = [seat for seat in item.seats if seat.declaration != "left_room"]
            assert all(seat.approved_at for seat in stayed)
            assert all(a.power and a.due_on and a.owner_id for a in item.actions)


@pytest.mark.parametrize("login", ["police", "prosecutor", "tax", "customs", "port", "officer"])
def test_each_partner_has_something_to_do(city, login):
    with city.work(login) as work:
        assert actions.list_own_actions(work)


def test_outside_the_table_nobody_knows_of_it(city):
    for login in ("second", "mayor", "care", "outsider"):
        with city.work(login) as work:
            assert city.id(STORY) not in {row.id for row in cases.list_cases(work)}
