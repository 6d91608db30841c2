"""Notes are read newest first, by members only."""

from datetime import timedelta

import pytest

from bureau.errors import AccessDenied
from bureau.operations import notes
from tests.conftest import NOW


def test_the_newest_note_comes_first(work_of, actors, case_id):
    for hours, text in ((0, "first"), (2, "second")):
        with work_of(actors.officer, NOW + timedelta(hours=hours)) as work:
            notes.add_note(work, case_id, text)
    with work_of(actors.second) as work:
        assert [note.text for note in notes.list_notes(work, case_id)] == ["second", "first"]


def test_an_outsider_reads_none(work_of, actors, case_id):
    with pytest.raises(AccessDenied), work_of(actors.outsider) as work:
        notes.list_notes(work, case_id)


def test_a_note_is_kept_with_its_writer(road, trail):
    with road.by("officer") as work:
        assert notes.add_note(work, road.id, "Called the applicant.").by_id == work.actor.id
    assert trail()[-1].kind == "note.added"
    with pytest.raises(AccessDenied), road.by("second") as work:
        notes.add_note(work, road.id, "x")
