"""What left the house and is to be followed by a notice."""

from bureau.model import Entity
from bureau.operations import letters, party_corrections
from tests.bureau.operations.letter_desk import send
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_a_letter_with_the_old_name_waits_for_a_notice(road):
    road.to_own()
    letter_id = send(road, "receipt", day="03-12")
    with road.by("officer", "03-13") as work:
        version = work.session.get_one(Entity, road.applicant).version
        party_corrections.correct_party(
            work, road.id, road.applicant, version, {"label": "De Kade B.V."}, "the register"
        )
    with road.by("officer", "03-13") as work:
        assert letters.list_letters(work, road.id).corrected == {letter_id}
