"""Rows of a file can wait in the tray: ungraded, outside the network, until a person judges."""

import pytest
from sqlalchemy import func, select

from bureau.errors import Invalid, NotAllowed
from bureau.model import Company, Entity, Identifier, Person, Record, Source, Tie, TrayItem
from bureau.operations import _row_tray, import_undoing, imports, trays
from bureau.rules.vocabulary import Credibility, Reliability
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.rows import FILES, MAPPINGS, keep_mapping, take

pytestmark = ON_SQLITE
GRADE = (Reliability.C, Credibility.PROBABLE, "vergeleken met het register")


@pytest.fixture(autouse=True)
def mapped(work_of, actors):
    for name in MAPPINGS:
        keep_mapping(work_of, actors.officer, name)


@pytest.fixture
def put(work_of, actors, case_id):
    def putting(name, text="", **said):
        return take(work_of, actors.officer, case_id, name, text, tray=True, **said)

    return putting


@pytest.fixture
def accept(work_of, actors, case_id):
    def accepting(*ids):
        with work_of(actors.officer) as work:
            chosen = ids or waiting(work, case_id)
            return len(trays.accept_items(work, case_id, chosen, *GRADE))

    return accepting


def waiting(work, case_id):
    return [row.id for row in trays.list_tray(work, case_id) if row.state == trays.WAITING]


def count(work, table):
    return work.session.scalar(select(func.count()).select_from(table))


def undo(work_of, actors, case_id, number=1):
    with work_of(actors.officer) as work:
        batch = import_undoing.find_import(work, case_id, number)
        import_undoing.undo_import(work, case_id, batch, "verkeerd bestand")


def test_rows_wait_and_become_what_the_import_would_have_made(
    work_of, actors, case_id, put, accept
):
    for name in FILES:
        told = put(name)
        assert (told.tray, told.stored) == (True, FILES[name].count("\n") - 1)
        with work_of(actors.officer) as work:
            assert len(waiting(work, case_id)) == told.stored
        accept()
    with work_of(actors.officer) as work:
        assert (count(work, Person), count(work, Company), count(work, Identifier)) == (2, 1, 1)
        assert (count(work, Tie), count(work, Record)) == (2, 2)
        anna = work.session.scalars(select(Person).where(Person.given_names == "Anna")).one()
        assert (anna.place_in_source, anna.credibility) == ("line 2", Credibility.PROBABLE)
        assert anna.learnt_from.reliability is Reliability.C
    for name in FILES:
        assert take(work_of, actors.officer, case_id, name).stored == 0


def test_nothing_is_a_fact_before_it_is_judged_and_the_same_rows_wait_once(
    work_of, actors, case_id, put, trail
):
    assert put("Personen", dry_run=True).stored == 2
    for stored in (2, 0):
        assert put("Personen").stored == stored
    longer = FILES["Personen"] + "3;C;Nieuw;\n"
    assert put("Personen", longer).stored == 1
    with work_of(actors.officer) as work:
        assert count(work, Entity) == 0
        rows = trays.list_tray(work, case_id)
        assert [row.says for row in rows] == ["Anna Voorbeeld", "Bram Voorbeeld", "C Nieuw"]
        assert {row.reliability for row in rows} == {Reliability.F}
    assert trail()[-1].kind != "party.recorded"


def test_several_are_accepted_or_left_out_with_one_reason_all_of_them_or_none(
    work_of, actors, case_id, put, trail
):
    put("Personen")
    with work_of(actors.officer) as work:
        first, second = waiting(work, case_id)
        trays.reject_items(work, case_id, (first,), "alleen een gerucht")
    with work_of(actors.officer) as work, pytest.raises(NotAllowed):
        trays.accept_items(work, case_id, (second, first), *GRADE)
    with work_of(actors.officer) as work, pytest.raises(Invalid):
        trays.accept_items(work, case_id, (), *GRADE)
    with work_of(actors.officer) as work:
        assert waiting(work, case_id) == [second]
        assert count(work, Person) == 0
        [made] = trays.accept_items(work, case_id, (second,), *GRADE)
        assert made.made.startswith("person:")
    told = [event.kind for event in trail() if event.kind.startswith("tray.")]
    assert told == ["tray.rejected", "tray.accepted"]


def test_what_became_known_in_between_makes_nothing_twice(work_of, actors, case_id, put, accept):
    put("Bedrijven")
    take(work_of, actors.officer, case_id, "Bedrijven", FILES["Bedrijven"] + "\n")
    accept()
    with work_of(actors.officer) as work:
        assert count(work, Company) == 1
        [row] = trays.list_tray(work, case_id)
        assert row.made == f"company:{work.session.scalars(select(Company)).one().id}"


def test_it_is_taken_back_with_what_waits_until_a_row_is_accepted(
    work_of, actors, case_id, put, accept
):
    put("Personen")
    with work_of(actors.officer) as work:
        trays.reject_item(work, case_id, waiting(work, case_id)[0], "alleen een gerucht")
    undo(work_of, actors, case_id)
    with work_of(actors.officer) as work:
        assert [row.state for row in trays.list_tray(work, case_id)] == ["rejected"]
        [batch] = imports.list_imports(work, case_id)
        assert (batch.tray, batch.undone_reason) == (True, "verkeerd bestand")
    assert put("Personen").stored == 1
    accept()
    with pytest.raises(NotAllowed) as refused:
        undo(work_of, actors, case_id)
    assert refused.value.where["uses"] == ["judged"]


def test_a_tie_that_waits_keeps_the_import_of_its_parties(work_of, actors, case_id, put):
    for name in ("Personen", "Bedrijven"):
        take(work_of, actors.officer, case_id, name)
    put("Banden")
    with pytest.raises(NotAllowed) as refused:
        undo(work_of, actors, case_id)
    assert refused.value.where["uses"] == ["tray_item"]


def test_only_so_many_rows_of_a_spreadsheet_wait(work_of, actors, case_id, put, monkeypatch):
    monkeypatch.setattr(_row_tray, "MOST", 1)
    with pytest.raises(Invalid, match="At most 1 rows"):
        put("Personen")
    with work_of(actors.officer) as work, pytest.raises(Invalid) as refused:
        imports.import_file(
            work, case_id, "network-csv", "x.csv", b"x", source_title="x", tray=True
        )
    assert refused.value.where == {"field": "tray"}
    with work_of(actors.officer) as work:
        assert count(work, TrayItem) + count(work, Source) == 0
