"""A disk that is full, broken or read-only, and a clock that jumps: told clearly, nothing half."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bureau.entry import actor_of
from bureau.model import Event, Note, User
from bureau.trust.integrity import LONGEST_WORK, look_over
from bureau.work import begin
from tests.bureau.operations.place import open_case
from tests.campaigns import disk as disks
from tests.conftest import NOW

pytestmark = pytest.mark.xdist_group("walls")

FAULTS = {
    "full": (disks.WRITE, disks.FULL),
    "broken": (disks.SYNC, disks.BROKEN),
    "read-only": (disks.WRITE, disks.READ_ONLY),
}


def rows(app):
    """How many notes and lines there are."""
    with app.extensions["sessions"]() as session:
        return tuple(
            session.scalar(select(func.count()).select_from(table)) for table in (Note, Event)
        )


@pytest.fixture
def disk(app, home):
    """What stands between the house and its files."""
    engine = app.extensions["sessions"].kw["bind"]
    engine.dispose()
    made = disks.Disk(home)
    with made.between():
        yield made
        made.fault = lambda what, file: 0
        engine.dispose()


@pytest.fixture
def case_id(app):
    sessions = app.extensions["sessions"]
    with sessions() as session:
        actor = actor_of(session.scalars(select(User).where(User.login == "officer")).one())
    with begin(sessions, actor, NOW, purpose="test") as work:
        return open_case(work)


@pytest.mark.parametrize("fault", FAULTS)
def test_nothing_is_acknowledged_that_the_disk_did_not_take(app, case_id, client_of, disk, fault):
    client = client_of("officer")
    client.read_token()
    place, (what, code) = f"/cases/{case_id}/notes", FAULTS[fault]
    before = rows(app)
    disk.fault = lambda told, _: code if told == what else 0
    for answer in (client.send(place, {"text": "Lost."}), client.get(f"/cases/{case_id}")):
        assert answer.status_code == 503
        page = answer.get_data(as_text=True)
        assert "Nothing was stored" in page or "niets opgeslagen" in page
        assert "sqlite" not in page.lower()
    disk.fault = lambda told, _: 0
    assert rows(app) == before
    assert client.send(place, {"text": "Kept."}).status_code == 302
    notes, lines = rows(app)
    assert (notes, lines > before[1]) == (before[0] + 1, True)
    assert look_over(app.extensions["sessions"]).none


def test_an_hour_lost_and_an_hour_won_leave_a_row_or_a_door(app, case_id, client_of, at_hour):
    client = client_of("officer")
    place, before = f"/cases/{case_id}/notes", rows(app)[0]
    client.read_token()
    at_hour(-1)
    assert client.send(place, {"text": "An hour ago."}).status_code == 302
    assert rows(app)[0] == before + 1
    found = look_over(app.extensions["sessions"])
    assert found.none
    assert found.first_backward_event is not None
    at_hour(1)
    answer = client.send(place, {"text": "Too late."})
    assert (answer.status_code, "/sign-in" in answer.location) == (302, True)
    assert rows(app)[0] == before + 1


@pytest.fixture
def at_hour(app):
    """Let the clock stand so many hours from where it stood."""

    def move(hours):
        settings = app.extensions["settings"]
        app.extensions["settings"] = replace(settings, now=NOW + timedelta(hours=hours))

    assert timedelta(hours=1) > LONGEST_WORK
    return move
