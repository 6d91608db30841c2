"""Notes are counted where they are pinned; those on the case as a whole are not."""

from bureau.model import Case
from bureau.operations import notes
from bureau.operations._pins import PARTY, pinned
from tests.bureau.operations import scene
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_notes_are_counted_where_they_are_pinned(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id)
        about = f"{PARTY}{scene.account(work, case_id, 'A')}"
        notes.add_note(work, case_id, "On the case.")
        for text in ("one", "two"):
            notes.pin_note(work, case_id, about, text)
        assert pinned(work, work.session.get_one(Case, case_id)) == {about: 2}
