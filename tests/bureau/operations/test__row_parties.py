"""Parties and ties of rows: found again by number, refused where numbers contradict."""

import pytest
from sqlalchemy import select

from bureau.errors import Invalid
from bureau.model import Identifier, Person
from bureau.operations import parties, row_mappings
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.rows import take

pytestmark = ON_SQLITE


@pytest.fixture
def people(work_of, actors):
    columns = {"family_name": "Naam", "bsn": "BSN", "protected": "Beschermd"}
    with work_of(actors.officer) as work:
        row_mappings.save_row_mapping(work, "Personen", "person", columns, {})


def test_a_bsn_is_sealed_and_finds_the_person_again(work_of, actors, case_id, people):
    text = "Naam;BSN;Beschermd\nVoorbeeld;999990019;nee\n"
    assert take(work_of, actors.officer, case_id, "Personen", text).stored == 1
    again = take(work_of, actors.officer, case_id, "Personen", text.replace("Voorbeeld", "V."))
    assert (again.stored, again.duplicates) == (0, 1)
    with work_of(actors.officer) as work:
        number = work.session.scalars(select(Identifier)).one()
        assert number.sealed == "999990019"
        assert "999990019" not in number.value


def test_a_protected_person_is_never_found_again(work_of, actors, case_id, people):
    text = "Naam;BSN;Beschermd\nSchuil;;ja\n"
    for more in ("", "Ander;;nee\n"):
        take(work_of, actors.officer, case_id, "Personen", text + more)
    with work_of(actors.officer) as work:
        names = [row.family_name for row in work.session.scalars(select(Person))]
    assert sorted(names) == ["Ander", "Schuil", "Schuil"]


def test_whoever_was_protected_is_found_by_the_bsn(work_of, actors, case_id, people, learnt):
    with work_of(actors.officer) as work:
        who = parties.record_person(work, case_id, learnt, family_name="Stil", protected=True).id
        parties.add_identifier(work, case_id, who, "bsn", "999990019", learnt=learnt)
    text = "Naam;BSN;Beschermd\nStil;999990019;nee\n"
    again = take(work_of, actors.officer, case_id, "Personen", text)
    assert (again.stored, again.duplicates) == (0, 1)


def test_numbers_of_two_companies_in_one_row_are_refused(work_of, actors, case_id):
    columns = {"label": "Naam", "kvk": "KVK", "foreign": "Anders"}
    with work_of(actors.officer) as work:
        row_mappings.save_row_mapping(work, "Bedrijven", "company", columns, {})
    head = "Naam;KVK;Anders\n"
    take(work_of, actors.officer, case_id, "Bedrijven", f"{head}A;69599084;\nB;;X-1\n")
    with pytest.raises(Invalid, match="different parties"):
        take(work_of, actors.officer, case_id, "Bedrijven", f"{head}A;69599084;X-1\n")
