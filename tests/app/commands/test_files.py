"""Files from a terminal: all of it or nothing, and the same file twice adds nothing."""

import json

import pytest
from sqlalchemy import select

from bureau.formats.registry import READERS
from bureau.model import Source
from tests.app.commands.house import opened
from tests.bureau.formats import test_boundaries as boundaries
from tests.bureau.formats.samples import balance, camt, detail, entry, mt940
from tests.bureau.formats.test_bag import WHOLE, extract
from tests.bureau.formats.test_bods import statement
from tests.bureau.formats.test_brk import right, rights
from tests.bureau.formats.test_brp import ONE, person, sheet
from tests.bureau.formats.test_ftm import line
from tests.bureau.formats.test_ftm_links import PAID, PARTIES
from tests.bureau.operations.scene import ROUND
from tests.bureau.operations.test__import_registers import PROFILE

STATEMENT = camt(
    balance("OPBD", "100.00") + balance("CLBD", "150.00") + entry("50.00", details=detail())
)
CREDIT = (":61:2403050305C50,00NTRFNONREF//B1", ":86:/NAME/Fictie/REMI/Huur maart/")
FILES = {
    "camt053": STATEMENT,
    "mt940": mt940(*CREDIT),
    "payments-csv": ROUND.encode(),
    "network-csv": b"source,target,weight\nA,B,1\nB,C,2\n",
    "entities-csv": b"Naam;Voornaam\nVoorbeeld;Anna\n",
    "kvk": json.dumps(PROFILE).encode(),
    "brk": rights(right()),
    "brp-csv": sheet(person(ONE, "Zee", _04_05_10="0131")),
    "bag": extract(*WHOLE),
    "bods": json.dumps([statement("relationship", "r"), statement("person", "p")]).encode(),
    "ftm": "\n".join((*PARTIES, line("t", "Payment", **PAID, date="2024-05-07"))).encode(),
}


MAPPING = {"makes": "person", "columns": {"family_name": "Naam", "given_names": "Voornaam"}}


def ready(terminal, name):
    """A case, and the mapping that a file of rows is read by."""
    if name == "entities-csv":
        words = ("case", "map-rows", "Lijst", "-", "--as", "officer", "--json")
        made = terminal.run(*words, typed=json.dumps(MAPPING).encode())
        assert made.answer == {"mapping": "Lijst", "version": 1}
    return opened(terminal)


def take(terminal, reference, name, file, *more, typed=b""):
    if name == "entities-csv":
        more = (*more, "--mapping", "Lijst")
    words = ("import", name, file, "--case", reference, "--source", "Afschriften", *more)
    return terminal.run(*words, "--as", "officer", "--json", typed=typed)


def test_every_format_is_tried_here():
    assert set(FILES) == set(READERS)


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_taken_whole_and_a_second_time_adds_nothing(terminal, elsewhere, name):
    reference = ready(terminal, name)
    path = elsewhere / f"file.{name}"
    path.write_bytes(FILES[name])
    first = take(terminal, reference, name, path).answer
    assert {"format", "read", "stored", "duplicates", "warnings", "totals"} <= set(first)
    assert first["format"] == name
    assert first["read"] >= 1
    assert first["stored"] >= 1
    for warning in first["warnings"]:
        assert warning["message"]
        assert {"line", "path"} & set(warning)
    before = terminal.stored()
    again = take(terminal, reference, name, path).answer
    assert (again["read"], again["stored"]) == (first["read"], 0)
    assert again["duplicates"] >= 1
    assert terminal.stored() == before


@pytest.mark.parametrize("name", FILES)
def test_a_dry_run_counts_and_stores_nothing(terminal, name):
    reference = ready(terminal, name)
    before = terminal.stored()
    dry = take(terminal, reference, name, "-", "--dry-run", typed=FILES[name]).answer
    assert terminal.stored() == before
    real = take(terminal, reference, name, "-", typed=FILES[name]).answer
    assert (dry["read"], dry["stored"], dry["totals"]) == (
        *(real["read"], real["stored"], real["totals"]),
    )


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("junk", [b"", b"\x00\x01\x02", b"<a", b'{"a": [', b"a;b\n1"])
def test_junk_is_refused_with_place_and_remedy(terminal, name, junk):
    reference = ready(terminal, name)
    before = terminal.stored()
    outcome = take(terminal, reference, name, "-", typed=junk)
    assert outcome.code == 2
    assert outcome.refusal["where"]
    assert outcome.refusal["hint"]
    assert terminal.stored() == before


def test_one_bad_line_keeps_all_others_out(terminal):
    reference = opened(terminal)
    before = terminal.stored()
    outcome = take(
        terminal, reference, "payments-csv", "-", typed=f"{ROUND}t9,2024-05-09,x,EUR,A,B".encode()
    )
    assert (outcome.code, outcome.refusal["where"]["line"]) == (2, 7)
    assert terminal.stored() == before


def test_an_ambiguous_file_is_not_guessed(terminal):
    reference = opened(terminal)
    text = "id;date;amount;currency;from_account;to_account\nx;2024-05-01;1,234;EUR;A;B\n"
    outcome = take(terminal, reference, "payments-csv", "-", typed=text.encode())
    assert (outcome.code, bool(outcome.refusal["hint"])) == (2, True)


def test_a_file_larger_than_the_limit_is_refused(terminal, monkeypatch):
    reference = opened(terminal)
    monkeypatch.setenv("BUREAU_MAX_UPLOAD_MB", "1")
    outcome = take(terminal, reference, "payments-csv", "-", typed=b"x" * (1 << 20) + b"x")
    assert outcome.code == 2
    assert "BUREAU_MAX_UPLOAD_MB" in outcome.refusal["hint"]


@pytest.mark.parametrize("login", ["outsider", "coordinator", "admin", "auditor"])
def test_a_case_one_may_not_see_takes_no_file(terminal, login):
    reference = opened(terminal)
    outcomes = [
        terminal.refuse(
            *(login, "import", "payments-csv", "-", "--case", one, "--source", "x"),
            typed=ROUND.encode(),
        )
        for one in (reference, "SCR-2026-ZZZZZ")
    ]
    assert outcomes[0] == outcomes[1]
    assert outcomes[0].code == 1


def test_the_basis_is_kept_with_the_source(terminal):
    reference = opened(terminal)
    basis = "Wet Bibob 7a"
    assert take(terminal, reference, "payments-csv", "-", "--basis", basis, typed=ROUND.encode())
    with terminal.sessions() as session:
        assert session.scalars(select(Source.basis)).all() == [basis]


def test_a_reader_is_told_in_words(terminal):
    reference = opened(terminal)
    words = ("import", "payments-csv", "-", "--case", reference, "--source", "x")
    outcome = terminal.run(*words, "--as", "officer", typed=ROUND.encode())
    assert outcome.out.startswith("Read 5, stored 5, known 0.")


def test_an_import_is_taken_back_by_the_number_of_its_source(terminal):
    reference = opened(terminal)
    take(terminal, reference, "payments-csv", "-", typed=FILES["payments-csv"])
    undo = ("case", "import-undo", reference, "1", "--reason", "wrong file")
    assert terminal.ask("officer", *undo)["undone"] is True
    again = terminal.refuse("officer", *undo)
    assert "already" in again.refusal["message"]
    assert take(terminal, reference, "payments-csv", "-", typed=FILES["payments-csv"]).answer[
        "stored"
    ]


def test_boundaries_belong_to_no_case_and_are_taken_once(terminal):
    drawn = boundaries.file(boundaries.feature())
    words = ("import", "boundaries", "-", "--source", "Own map", "--as", "coordinator", "--json")
    first, again = (terminal.run(*words, typed=drawn) for _ in range(2))
    assert (first.answer["stored"], again.answer["duplicates"]) == (1, 1)
    assert terminal.run(*words, "--case", "SCR-1", typed=drawn).code


def test_what_another_organisation_brings_says_which_data_it_is(terminal, tmp_path):
    words = ("--kind", "partnership", "--title", "De Kade")
    case = terminal.ask("coordinator", "case", "open", *words)["case"]
    path = tmp_path / "n.csv"
    path.write_bytes(FILES["network-csv"])
    told = ("import", "network-csv", str(path), "--case", case, "--source", "Schets")
    assert terminal.ask("coordinator", *told, "--dry-run")["stored"] == 2
    before = terminal.stored()
    for more in ("--owner", "tax"), ("--owner", "tax", "--category", "TAX"):
        outcome = terminal.refuse("coordinator", *told, *more)
        assert outcome.code in (1, 2)
        assert terminal.stored() == before
