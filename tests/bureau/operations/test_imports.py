"""Taking in files: all or nothing, the same file twice adds nothing, and the totals are right."""

import json

import pytest
from sqlalchemy import func, select

from bureau.errors import AccessDenied, Invalid
from bureau.model import Account, Entity, Event, ImportBatch, Payment, Source, Statement, Tie
from bureau.operations import _import_payments, imports, parties
from bureau.rules.vocabulary import EntityKind, Reliability
from tests.bureau.operations.place import open_case

HEADER = "id,date,amount,currency,from_account,to_account\n"
PAYMENTS = HEADER + "t1,2024-05-07,10.00,EUR,A,B\nt2,2024-05-08,20.50,EUR,B,C\n"


def take(work, case_id, text=PAYMENTS, format_name="payments-csv", **said):
    content = text if isinstance(text, bytes) else text.encode()
    told = {"source_title": "Afschriften", **said}
    return imports.import_file(work, case_id, format_name, "map/afschrift.csv", content, **told)


def count(work, table):
    return work.session.scalar(select(func.count()).select_from(table))


def test_a_list_of_payments_becomes_accounts_payments_and_a_source(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        told = take(work, case_id).as_json()
    assert told == {
        "format": "payments-csv",
        "read": 2,
        "stored": 2,
        "duplicates": 0,
        "warnings": [],
        "totals": {"payments": 2, "sums": {"EUR": "30.50"}, "statements": []},
        "dry_run": False,
    }
    with work_of(actors.officer) as work:
        assert (count(work, Account), count(work, Payment), count(work, Source)) == (3, 2, 1)
        [batch] = imports.list_imports(work, case_id)
        assert (batch.filename, batch.read, batch.stored) == ("afschrift.csv", 2, 2)
        assert json.loads(batch.totals)["sums"] == {"EUR": "30.50"}
        assert work.session.scalars(select(Source)).one().reliability is Reliability.C


def test_the_same_file_twice_stores_nothing_new(work_of, actors, case_id, trail):
    for stored, duplicates in ((2, 0), (0, 2)):
        with work_of(actors.officer) as work:
            told = take(work, case_id)
            assert (told.stored, told.duplicates, told.read) == (stored, duplicates, 2)
    with work_of(actors.officer) as work:
        assert (count(work, Payment), count(work, Source), count(work, ImportBatch)) == (2, 1, 1)
    assert [event.facts["stored"] for event in trail() if event.kind == "file.imported"] == [2, 0]


def test_an_overlapping_file_adds_only_what_is_new(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        take(work, case_id)
        told = take(work, case_id, PAYMENTS + "t3,2024-05-09,1.00,EUR,C,A\n")
        assert (told.stored, told.duplicates) == (1, 2)
        assert (count(work, Payment), count(work, Account), count(work, Source)) == (3, 3, 2)


def test_an_id_that_returns_with_other_content_is_not_lost(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        take(work, case_id)
        told = take(work, case_id, HEADER + "t1,2024-05-07,99.00,EUR,A,B\n")
        assert told.stored == 1
        assert "other content" in told.warnings[0]["message"]


def test_a_rehearsal_counts_and_stores_nothing(work_of, actors, case_id, trail):
    with work_of(actors.officer) as work:
        told = take(work, case_id, dry_run=True)
        assert (told.stored, told.dry_run, told.source_id) == (2, True, None)
    with work_of(actors.officer) as work:
        assert count(work, Payment) + count(work, Entity) + count(work, Source) == 0
    assert trail()[-1].facts["dry_run"] is True


def test_a_failure_half_way_leaves_nothing(work_of, actors, case_id, monkeypatch, trail):
    def fail(_):
        raise Invalid("The second payment is odd.", where={"line": 3})

    monkeypatch.setattr(_import_payments, "_places", fail)
    with pytest.raises(Invalid), work_of(actors.officer) as work:
        take(work, case_id)
    with work_of(actors.officer) as work:
        assert count(work, Payment) + count(work, Entity) + count(work, Source) == 0
    assert trail()[-1].kind == "work.refused"


def test_a_failure_after_writing_leaves_nothing(work_of, actors, case_id, monkeypatch):
    def fail(*_):
        raise OSError("no more room on the disk")

    monkeypatch.setattr(imports, "_result", fail)
    with pytest.raises(OSError, match="room"), work_of(actors.officer) as work:
        take(work, case_id)
    with work_of(actors.officer) as work:
        assert count(work, Payment) + count(work, Entity) + count(work, Source) == 0
        assert count(work, Event) == 1


def test_a_refused_file_names_format_and_place(work_of, actors, case_id):
    with pytest.raises(Invalid) as refusal, work_of(actors.officer) as work:
        take(work, case_id, HEADER + "t1,7 mei,10.00,EUR,A,B\n")
    assert refusal.value.where == {"line": 2, "format": "payments-csv"}
    assert refusal.value.hint
    with pytest.raises(Invalid) as refusal, work_of(actors.officer) as work:
        take(work, case_id, format_name="xlsx")
    assert refusal.value.where["format"] == "xlsx"


def test_text_in_the_wrong_column_is_refused_with_its_place(work_of, actors, case_id):
    for row in (
        f"{'x' * 121},2024-05-07,1.00,EUR,A,B\n",
        f"t1,2024-05-07,1.00,EUR,{'x' * 61},B\n",
    ):
        with pytest.raises(Invalid) as refusal, work_of(actors.officer) as work:
            take(work, case_id, HEADER + row)
        assert refusal.value.where["line"] == 2


def test_a_case_has_its_own_payments(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        other = open_case(work, title="Another case")
        take(work, case_id)
        assert take(work, other).stored == 2


def test_a_stated_basis_and_grade_are_kept(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        take(work, case_id, basis="Wet Bibob 30", reliability=Reliability.E)
        source = work.session.scalars(select(Source)).one()
        assert (source.basis, source.reliability) == ("Wet Bibob 30", Reliability.E)


def test_a_plain_network_becomes_parties_and_ties(work_of, actors, case_id):
    text = "source,target,weight,kind,date\nZee,De Kade,2,owns,2024-05-07\nZee,Meer,,vriend,\n"
    with work_of(actors.officer) as work:
        told = take(work, case_id, text, "network-csv")
        assert (told.read, told.stored, told.totals) == (2, 2, {"nodes": 3, "edges": 2})
        assert take(work, case_id, text, "network-csv").stored == 0
        kinds = {row.label: row.kind for row in parties.list_parties(work, case_id)}
        details = {tie.kind: tie.detail for tie in work.session.scalars(select(Tie))}
    assert kinds["De Kade"] is EntityKind.COMPANY
    assert kinds["Zee"] is EntityKind.PERSON
    assert details == {"owns": "weight 2", "associates": "vriend"}


def test_who_may_only_read_takes_in_nothing(work_of, actors, case_id):
    with pytest.raises(AccessDenied), work_of(actors.second) as work:
        take(work, case_id)


REAL = {
    "camt053": ("c-transactions/camt-genkgo/camt053.v2.multi.statement.xml", 2, 2),
    "mt940": ("c-transactions/mt940/cmxl/mt940.sta", 16, 16),
    "kvk": ("a-ownership/kvk-test-api/v1_basisprofielen_69599084__200.json", 1, 1),
    "brk": (
        "b-real-estate/brk-test-api/"
        "kadastraalonroerendezaken_76870482570000_zakelijkgerechtigden__200.json",
        3,
        3,
    ),
}


@pytest.mark.parametrize("format_name", REAL)
def test_real_files_are_taken_in_once(work_of, actors, case_id, shared, format_name):
    name, read, stored = REAL[format_name]
    content = (shared / "data" / name).read_bytes()
    with work_of(actors.officer) as work:
        first = take(work, case_id, content, format_name)
    with work_of(actors.officer) as work:
        again = take(work, case_id, content, format_name)
        statements = count(work, Statement)
    assert (first.read, first.stored, again.stored, again.duplicates) == (read, stored, 0, read)
    assert statements == len(first.totals.get("statements", ()))


def test_ten_thousand_payments_in_one_go(work_of, actors, case_id, shared):
    content = (shared / "data/c-transactions/amlgentex-seed0/transactions.csv").read_bytes()
    with work_of(actors.officer) as work:
        told = take(work, case_id, content)
    assert (told.read, told.stored) == (9546, 9546)
    assert told.totals["sums"] == {"EUR": "5814673.58"}


def test_an_empty_answer_of_a_register_is_kept_as_proof_of_asking(work_of, actors, case_id, shared):
    folder = shared / "data/b-real-estate/brk-test-api"
    content = next(folder.glob("*1234AA*")).read_bytes()
    with work_of(actors.officer) as work:
        told = take(work, case_id, content, "brk")
        assert (told.read, told.source_id is None) == (0, False)
