"""What was given is kept sealed."""

from sqlalchemy import text

from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.sharing_desk import GIVEN, Desk

pytestmark = ON_SQLITE


def test_what_was_given_is_readable_with_the_keys_only(work_of, actors):
    desk = Desk(work_of, actors)
    desk.give("police", "coordinator")
    with desk.by("coordinator") as work:
        raw = work.session.connection().execute(text("SELECT says FROM disclosure")).scalar_one()
    assert GIVEN["says"].encode() not in bytes(raw)
