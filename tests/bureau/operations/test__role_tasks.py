"""A missing card is a task of the coordinator, an unconfirmed one of its own organisation."""

import pytest

from bureau.operations import tasks
from tests.bureau.operations.card_desk import Cards
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


@pytest.fixture
def desk(work_of, actors):
    return Cards(work_of, actors)


def told(desk, login):
    with desk.by(login) as work:
        found = tasks.waiting(work, desk.case)
        return {row.kind.value: row.count for row in found if row.kind.endswith("role_card")}


def test_the_coordinator_hears_of_missing_cards_and_each_body_of_its_own(desk):
    assert told(desk, "coordinator") == {"write_role_card": 4}
    assert told(desk, "police") == {}
    card = desk.write("police")
    assert told(desk, "coordinator") == {"write_role_card": 3}
    assert told(desk, "police") == {"confirm_role_card": 1}
    desk.confirm(card, "police")
    assert told(desk, "police") == {}
    desk.write("police", number=1, task="Walks along the quay.")
    assert told(desk, "police") == {"confirm_role_card": 1}
    assert told(desk, "tax") == {}


def test_it_stands_among_the_tasks_of_the_day(desk):
    with desk.by("coordinator") as work:
        kinds = [row.kind for row in tasks.upcoming(work) if row.case_id == desk.case]
    assert "write_role_card" in kinds
