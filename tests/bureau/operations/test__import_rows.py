"""Rows of a file under a saved mapping: parties, ties and records, all of them or none."""

import pytest
from sqlalchemy import func, select

from bureau.errors import Invalid, NotFound
from bureau.model import Company, Identifier, Person, Record, RecordParty, Source, Tie
from bureau.rules.vocabulary import Reliability, TieKind
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.rows import FILES, MAPPINGS, keep_mapping, take

pytestmark = ON_SQLITE


@pytest.fixture
def mapped(work_of, actors):
    for name in MAPPINGS:
        keep_mapping(work_of, actors.officer, name)


def count(work, table):
    return work.session.scalar(select(func.count()).select_from(table))


def test_rows_become_parties_ties_and_records_and_the_same_files_add_nothing(
    work_of, actors, case_id, mapped
):
    for new in (True, False):
        for name, text in FILES.items():
            told = take(work_of, actors.officer, case_id, name)
            rows = text.count("\n") - 1
            assert (told.stored, told.duplicates) == ((rows, 0) if new else (0, rows))
    with work_of(actors.officer) as work:
        assert (count(work, Person), count(work, Company), count(work, Tie)) == (2, 1, 2)
        assert (count(work, Record), count(work, RecordParty), count(work, Identifier)) == (2, 2, 1)
        anna = work.session.scalars(select(Person).where(Person.given_names == "Anna")).one()
        assert (str(anna.born), anna.learnt_from.reliability) == ("1980-05-07", Reliability.F)
        assert anna.place_in_source == "line 2"
        ties = work.session.scalars(select(Tie)).all()
        assert {(tie.kind, tie.share_numerator, tie.share_denominator) for tie in ties} == {
            (TieKind.OWNS, 1, 2)
        }
        deposit = work.session.scalars(select(Record)).first()
        assert (deposit.amount_minor, deposit.fields) == (125_000, {"place": "Havermonde"})


def test_a_party_found_by_name_alone_is_told(work_of, actors, case_id, mapped):
    for name in ("Personen", "Bedrijven"):
        take(work_of, actors.officer, case_id, name)
    told = take(work_of, actors.officer, case_id, "Banden", dry_run=True)
    assert [warning["message"] for warning in told.warnings] == [
        "Bram Voorbeeld was found by its name alone: check that it is the same."
    ]
    assert [row.says for row in told.rows] == [
        "Anna Voorbeeld → De Kade B.V.",
        "Bram Voorbeeld → De Kade B.V.",
    ]
    with work_of(actors.officer) as work:
        assert count(work, Tie) == 0


def test_the_same_name_in_another_file_is_somebody_else(work_of, actors, case_id, mapped):
    keep_mapping(work_of, actors.officer, "Personen", own="")
    for text in (FILES["Personen"], FILES["Personen"] + "3;Cees;Voorbeeld;\n"):
        take(work_of, actors.officer, case_id, "Personen", text)
    with work_of(actors.officer) as work:
        assert count(work, Person) == 5
    with pytest.raises(Invalid, match="more than one party"):
        take(
            work_of,
            actors.officer,
            case_id,
            "Banden",
            "Van;Naar;Band;Deel\nAnna Voorbeeld;x;owns;\n",
        )


def test_a_file_again_with_one_more_row_adds_one_party(work_of, actors, case_id, mapped):
    take(work_of, actors.officer, case_id, "Personen")
    told = take(work_of, actors.officer, case_id, "Personen", FILES["Personen"] + "3;C;Nieuw;\n")
    assert (told.stored, told.duplicates) == (1, 2)


@pytest.mark.parametrize(
    ("name", "text", "line", "column"),
    [
        ("Stortingen", "Rekening;Dag;Bedrag;Plaats\nA;3-1-2026;2026-01-03;X\n", 2, "Bedrag"),
        ("Stortingen", "Rekening;Dag;Bedrag;Plaats\nA;30-2-2026;1,00;X\n", 2, "Rekening"),
        ("Stortingen", "Rekening;Dag;Plaats\nA;3-1-2026;X\n", 1, "Bedrag"),
        ("Personen", "Nr;Voornaam;Naam;Geboren\n1;A;B;2001\n2;C;D;30-2-1980\n", 3, "Geboren"),
        ("Personen", "Nr;Voornaam;Naam;Geboren\n1;A;;2001\n", 2, "Naam"),
        ("Bedrijven", "Bedrijf;KVK;Sinds\nX;123;\n", 2, "KVK"),
        ("Banden", "Van;Naar;Band;Deel\n9;8;owns;\n", 2, "Van"),
        ("Banden", "Van;Naar;Band;Deel\n9;8;likes;\n", 2, "Band"),
    ],
)
def test_what_cannot_be_read_is_refused_with_line_and_column(
    work_of, actors, case_id, mapped, name, text, line, column
):
    with pytest.raises(Invalid) as refused:
        take(work_of, actors.officer, case_id, name, text)
    where = refused.value.where
    assert (where["line"], where["column"]) == (line, column)
    assert refused.value.hint
    with work_of(actors.officer) as work:
        assert count(work, Source) + count(work, Person) == 0


def test_a_day_that_does_not_exist_is_refused_in_a_record(work_of, actors, case_id, mapped):
    take(work_of, actors.officer, case_id, "Rekeningen")
    text = FILES["Stortingen"].replace("3-1-2026", "30-2-2026", 1)
    with pytest.raises(Invalid) as refused:
        take(work_of, actors.officer, case_id, "Stortingen", text)
    assert (refused.value.where["column"], refused.value.where["refused"]) == ("Dag", 1)


def test_a_mapping_is_needed_and_of_ones_own_organisation(work_of, actors, case_id):
    with pytest.raises(NotFound):
        take(work_of, actors.officer, case_id, "Personen")
    with pytest.raises(Invalid) as refused:
        take(work_of, actors.officer, case_id, "Personen", mapping="")
    assert refused.value.where["field"] == "mapping"
