"""A version replaces the last one that was issued for the same reader and recipient."""

import pytest

from bureau.model import Dossier
from bureau.rules.vocabulary import Language, Track
from reports import succession
from tests.app.views.desk import ink
from tests.bureau.operations.road import ON_SQLITE
from tests.reports.room import Room
from tests.reports.stage import RECIPIENT

__all__ = ["ink"]
pytestmark = ON_SQLITE


@pytest.fixture
def room(work_of, actors, ink):
    return Room(work_of, actors)


def test_only_what_was_issued_for_the_same_reader_is_replaced(room):
    room.issued()
    with room.by("officer", "03-24") as work:
        kept = work.session.get_one(Dossier, room.dossier.id)
        asked = (work, kept.case, Track.CRIMINAL)
        assert succession.before(work, kept) == succession.later(work, kept) == ""
        assert succession.replaced(*asked, 1, "", Language.NL, RECIPIENT) == ""
        first = f"{room.reference}-C1, 22 March 2026"
        assert succession.replaced(*asked, 2, "PROSECUTOR", Language.EN, RECIPIENT) == first
        other = (2, "PROSECUTOR", Language.EN, "Somebody else, tax office")
        assert succession.replaced(*asked, *other) == ""


def test_another_reader_replaces_nothing(room):
    made = room.prepare(Track.ADMINISTRATIVE)
    room.approve(made)
    room.issue(made)
    with room.by("officer", "03-24") as work:
        kept = work.session.get_one(Dossier, made.id)
        asked = (work, kept.case, Track.ADMINISTRATIVE, 2)
        assert succession.replaced(*asked, "COURT", Language.NL, RECIPIENT) == ""
        found = succession.replaced(*asked, "DECIDER", Language.NL, RECIPIENT)
        assert found.startswith(room.reference)
