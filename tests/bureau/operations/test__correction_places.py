"""Where an old value stands: also in what left the house."""

from bureau.model import Case
from bureau.operations import _correction_places, _rows, notes
from bureau.operations._sought import Sought
from tests.bureau.operations.letter_desk import send
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_a_note_is_a_place_and_a_letter_that_was_sent_has_a_recipient(road):
    road.to_own()
    send(road, "receipt", day="03-12")
    with road.by("officer", "03-13") as work:
        notes.add_note(work, road.id, "De Ankerplaats B.V. called.")
    with road.by("officer", "03-13") as work:
        rows = _rows.rows(work.session, work.session.get_one(Case, road.id))
        found = list(_correction_places.places(work, rows, Sought("De Ankerplaats B.V."), road.id))
        work.release()
    assert [(place.kind, bool(place.recipient)) for place in found] == [
        ("note", False),
        ("letter", True),
    ]
