"""Any field of a party is put right, each change with its own correction."""

import pytest

from bureau.errors import Changed, Invalid
from bureau.model import Identifier, Person
from bureau.operations import corrections, notes, parties, party_corrections
from bureau.operations.sources import Learnt
from bureau.rules.vocabulary import EntityKind
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
FIRST, SECOND = "999990019", "999990020"


@pytest.fixture
def known(road):
    """A person with a date of birth and a BSN, of whom a note speaks."""
    learnt = Learnt(road.source)
    with road.by("officer") as work:
        row = parties.record_person(
            work, road.id, learnt, given_names="Sanne", family_name="Verbeek", born="1980-03-05"
        )
        road.person = row.id
        road.number = parties.add_identifier(work, road.id, row.id, "bsn", FIRST, learnt=learnt).id
        notes.add_note(work, road.id, "Sanne Verbeek, born on 5 maart 1980, called.")
    return road


def correct(road, changes, version=1):
    with road.by("officer", "03-13") as work:
        made = party_corrections.correct_party(
            work, road.id, road.person, version, changes, "the register says so"
        )
        return {
            row.field: (row.before, row.after, [place.kind for place in row.places]) for row in made
        }


def test_each_changed_field_is_a_correction_that_travels(known):
    with known.by("officer") as work:
        version = work.session.get_one(Person, known.person).version
        work.release()
    changes = {"given_names": "Sanne", "prefix": "van", "born": "1980-03-06"}
    made = correct(known, changes, version)
    assert made == {
        "prefix": ("", "van", ["note"]),
        "born": ("1980-03-05", "1980-03-06", ["note"]),
    }
    with known.by("officer", "03-14") as work:
        assert work.session.get_one(Person, known.person).label == "Sanne van Verbeek"
        assert len(corrections.list_corrections(work, known.id)) == 2


def test_a_number_stays_sealed_and_is_shown_masked(known):
    with known.by("officer", "03-13") as work:
        row = party_corrections.correct_number(work, known.id, known.number, 1, SECOND, "misread")
        assert (row.field, SECOND in row.after, FIRST in row.before) == ("bsn", False, False)
    with known.by("officer", "03-13") as work:
        assert work.session.get_one(Identifier, known.number).sealed == SECOND
        work.release()


def test_what_says_so_already_is_stale_or_unfit_is_refused(known):
    with pytest.raises(Invalid):
        correct(known, {"family_name": "Verbeek"})
    with pytest.raises(Changed):
        correct(known, {"family_name": "Ander"}, version=99)
    with pytest.raises(Invalid):
        correct(known, {"family_name": ""})
    with pytest.raises(Invalid):
        correct(known, {"colour": "blue"})


def test_a_thing_is_found_by_its_number_as_corrected(road):
    learnt = Learnt(road.source)
    with road.by("officer") as work:
        phone = parties.record_thing(
            work, road.id, learnt, EntityKind.PHONE, number="+447700900123"
        )
        number = phone.identifiers[0].id
    with road.by("officer", "03-13") as work:
        party_corrections.correct_number(work, road.id, number, 1, "+447700900124", "misread")
    with road.by("officer", "03-14") as work:
        parties.record_thing(work, road.id, learnt, EntityKind.PHONE, number="+447700900123")
    with pytest.raises(Invalid, match="already"), road.by("officer", "03-14") as work:
        parties.record_thing(work, road.id, learnt, EntityKind.PHONE, number="+447700900124")


def test_a_party_is_used_once_a_text_names_it(known, road):
    with known.by("officer", "03-13") as work:
        assert party_corrections.is_used(work, known.id, known.person)
        silent = parties.record_person(work, known.id, Learnt(known.source), family_name="Stil")
        assert not party_corrections.is_used(work, known.id, silent.id)
