"""What was made before the house kept requests is asked when it is opened, and once at a time."""

import pytest
from sqlalchemy import delete

from bureau.errors import NotAllowed
from bureau.model import ApprovalRequest, LegalHold
from bureau.operations import _approving, holds
from bureau.operations.holds import LIFTING
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


@pytest.fixture
def held(road):
    with road.by("officer") as work:
        return holds.set_hold(work, road.id, "a claim").id


def test_it_is_asked_in_the_name_of_whoever_made_it(road, held, sessions):
    with road.by("second") as work:
        row = _approving.look(work, LIFTING, work.session.get_one(LegalHold, held))
        assert row.asked_by_id == road.actors.officer.id
        assert (row.attempt, row.state) == (1, "waiting")
    with sessions.begin() as session:
        session.execute(delete(ApprovalRequest))


def test_what_waits_is_not_asked_twice(road, held):
    with road.by("officer") as work:
        holds.ask_lifting(work, road.id, "over")
    with road.by("officer") as work:
        hold = work.session.get_one(LegalHold, held)
        with pytest.raises(NotAllowed, match="waits for a second person already"):
            _approving.ask(work, LIFTING, hold)
