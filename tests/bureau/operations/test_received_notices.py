"""A notice is confirmed by whoever read it there, against what was on the screen."""

import pytest

from bureau.errors import Changed
from bureau.model import Event
from bureau.operations import received, received_notices
from tests.app.views.desk import ink
from tests.bureau.operations.road import ON_SQLITE
from tests.reports.told import Told

__all__ = ["ink"]
pytestmark = ON_SQLITE


def test_reading_and_confirming_stand_in_the_trail_by_name(work_of, actors, ink):
    room = Told(work_of, actors)
    copy = room.issued()
    room.sent(room.recall())
    with room.by("prosecutor", "03-27") as work:
        [told] = received.read_received(work, copy).notices
        assert received_notices.take_notice(work, copy, told.id)[1]
    with pytest.raises(Changed), room.by("prosecutor", "03-27") as work:
        received_notices.confirm_notice(work, copy, told.id, 9)
    with room.by("prosecutor", "03-27") as work:
        received_notices.confirm_notice(work, copy, told.id, told.version, "Destroyed.")
    with room.by("officer", "03-27") as work:
        kinds = work.session.query(Event.kind, Event.actor_id).filter(
            Event.subject == f"copy_notice:{told.id}"
        )
        assert set(kinds) == {
            ("dossiernotice.read", actors.prosecutor.id),
            ("dossiernotice.confirmed", actors.prosecutor.id),
        }
