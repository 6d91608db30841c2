"""What would go with a file, as one digest."""

from bureau.model import Case
from bureau.operations import _retention, notes
from bureau.operations._keeping_lines import STAYS
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def digest(road, part):
    with road.by("officer") as work:
        found = _retention.fingerprint(work, work.session.get_one(Case, road.id), part)
        work.release()
        return found


def test_a_digest_changes_with_the_file_and_only_then(road):
    before = [digest(road, part) for part in ("file", "notes")]
    assert before == [digest(road, part) for part in ("file", "notes")]
    with road.by("officer") as work:
        notes.add_note(work, road.id, "One more.")
    after = [digest(road, part) for part in ("file", "notes")]
    assert before[0] != after[0]
    assert before[1] != after[1]


def test_the_certificate_and_the_steps_stay(engine):
    for kind, stays in STAYS.items():
        assert not {table.name for table in _retention.tables("file", kind)} & stays
        assert {table.name for table in _retention.tables("notes", kind)} == _retention.NOTES
