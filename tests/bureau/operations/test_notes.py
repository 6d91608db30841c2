"""Notes are read newest first, by members only."""

from datetime import timedelta

import pytest

from bureau.errors import AccessDenied, NotFound
from bureau.operations import notes, payments
from tests.bureau.operations import scene
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


def test_a_note_is_pinned_to_a_party_a_tie_or_a_payment(work_of, actors, case_id, trail):
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id)
        a, b = (scene.account(work, case_id, name) for name in "AB")
        paid = payments.list_payments(work, case_id).rows[0]
    places = {f"party:{a}": "A", f"pays:{a}:{b}:EUR": "A – 1 x", f"payment:{paid.id}": "A → B"}
    for about, words in places.items():
        with work_of(actors.officer) as work:
            notes.pin_note(work, case_id, about, "Ask for the invoice.")
            label, [note] = notes.list_pinned(work, case_id, about)
            assert label.startswith(words)
            assert (note.about, note.by_id) == (about, actors.officer.id)
    assert "note.added" in {event.kind for event in trail()}
    with work_of(actors.second) as work:
        assert len(notes.list_all_pinned(work, case_id)) == 3
        assert notes.list_notes(work, case_id) == []  # those are about the case as a whole


@pytest.mark.parametrize(
    "about",
    ["", "party:x", "payment:x", "tie:nothing", "payment:00000000-0000-0000-0000-000000000001"],
)
def test_a_note_is_pinned_to_nothing_else(work_of, actors, case_id, about):
    with pytest.raises(NotFound), work_of(actors.officer) as work:
        notes.pin_note(work, case_id, about, "x")
