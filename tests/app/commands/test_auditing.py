"""The trail on the command line: verified, signed by another house, missed where it is cut off."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from bureau.model import Event
from bureau.rules.events import EventKind
from bureau.trust import merkle
from bureau.trust.leaf import leaf_of
from bureau.trust.note import Checkpoint, Note, Verifier
from tests.app.commands.house import opened
from tests.walls.visiting import PASSWORD

WITNESS = "elsewhere.example"


@pytest.fixture
def other(tmp_path, monkeypatch, terminal):
    """The house of the witness: commands run there and back here."""
    away = tmp_path / "witness"

    def run(*arguments):
        with monkeypatch.context() as there:
            there.setenv("BUREAU_HOME", str(away))
            done = terminal.run(*arguments, "--json")
        assert done.code == 0, done.err
        return done.answer

    return run


def witnessed(terminal, other, tmp_path, since=0):
    """Have the trail of the terminal signed by the other house, by files alone."""
    asked, signed = tmp_path / "request.txt", tmp_path / "signed.txt"
    terminal.ask("auditor", "audit", "checkpoint", "--out", asked, "--since", str(since))
    line = terminal.ask("auditor", "audit", "key")["key"]
    other("audit", "witness", asked, "--trust", line, "--name", WITNESS, "--out", signed)
    return signed


def test_a_trail_is_verified_without_signing_in(terminal):
    opened(terminal)
    done = terminal.run("audit", "verify", "--json")
    assert done.code == 0
    assert (done.answer["ok"], done.answer["first_bad"]) == (True, None)
    assert done.answer["size"] == done.answer["signed"] > 0
    part = terminal.run("audit", "verify", "--from", "2", "--to", "2", "--json").answer
    assert (part["ok"], part["size"]) == (True, 2)
    assert terminal.run("audit", "verify", "--from", "99999", "--json").code == 2


def test_an_altered_line_is_named(terminal):
    opened(terminal)
    with closing(sqlite3.connect(terminal.home / "bureau.db")) as database, database:
        database.execute("DROP TRIGGER event_no_update")
        database.execute("UPDATE event SET purpose = 'another' WHERE seq = 2")
    done = terminal.run("audit", "verify", "--json")
    found = json.loads(done.out)
    assert (done.code, found["ok"], found["first_bad"]) == (1, False, 2)


def test_another_house_signs_what_it_saw_and_later_what_goes_on_from_it(terminal, other, tmp_path):
    opened(terminal)
    signed = witnessed(terminal, other, tmp_path)
    key = other("audit", "key", "--witness", WITNESS)["key"]
    told = terminal.ask("auditor", "audit", "witness", signed, "--trust", key)
    assert told["witnesses"] == [WITNESS]
    assert Note.read(Path(signed).read_text()).signed(Verifier.read(key))
    opened(terminal, "Café Later")
    again = witnessed(terminal, other, tmp_path, since=told["size"])
    assert terminal.ask("auditor", "audit", "witness", again)["size"] > told["size"]
    assert terminal.refuse("auditor", "audit", "witness", again).code == 2  # nothing new in it


def test_what_a_stranger_signed_is_not_taken_in(terminal, other, tmp_path):
    opened(terminal)
    signed = witnessed(terminal, other, tmp_path)
    assert terminal.refuse("auditor", "audit", "witness", signed).code == 2
    assert terminal.refuse("officer", "audit", "witness", signed).code == 1


def test_a_house_with_an_older_database_does_not_go_on_silently(terminal, monkeypatch, tmp_path):
    opened(terminal)
    terminal.engine.dispose()
    for end in ("", "-wal", "-shm"):
        if (terminal.home / f"bureau.db{end}").exists():
            shutil.copy(terminal.home / f"bureau.db{end}", tmp_path / f"old.db{end}")
    opened(terminal, "Café Verdwenen")
    terminal.ask("auditor", "audit", "checkpoint")
    terminal.engine.dispose()
    for end in ("", "-wal", "-shm"):
        (terminal.home / f"bureau.db{end}").unlink(missing_ok=True)
        if (tmp_path / f"old.db{end}").exists():
            shutil.copy(tmp_path / f"old.db{end}", terminal.home / f"bureau.db{end}")
    refused = terminal.run("case", "list", "--as", "officer", "--json")
    assert refused.code != 0
    refused = terminal.refuse("officer", "case", "open", "--kind", "screening", "--title", "X")
    assert "older" in refused.refusal["message"]
    assert terminal.run("audit", "checkpoint", "--json").code != 0  # nor is what was seen forgotten
    assert "older" in terminal.run("worker", "--once", "--json").err
    issue = (
        "dossier",
        "issue",
        "--case",
        "X",
        "--track",
        "victim",
        "--recipient",
        "X",
        "--basis",
        "X",
    )
    assert "older" in terminal.run(*issue, "--out", tmp_path, "--as", "officer", "--json").err
    monkeypatch.setenv("BUREAU_OWN_PASSWORD", PASSWORD)
    verified = terminal.run("audit", "verify", "--json")
    assert (verified.code, json.loads(verified.out)["first_bad"] > 0) == (1, True)
    told = terminal.ask("auditor", "audit", "gap", "--reason", "The disk of 2 March was lost.")
    assert (told["line"], told["lost"]) == (3, [3])
    opened(terminal, "Café Verder")
    with terminal.sessions() as session:
        line = session.scalars(select(Event).where(Event.kind == EventKind.TRAIL_GAP)).one()
        assert line.facts["lost"][0]["size"] == 3
    assert terminal.ask("auditor", "audit", "verify")["ok"]
    assert terminal.refuse("auditor", "audit", "gap", "--reason", "Again.").code == 1


def test_lines_about_a_file_are_handed_out_with_their_proof(terminal, tmp_path):
    case = opened(terminal)
    out = tmp_path / "trail.json"
    told = terminal.ask("auditor", "audit", "export", "--case", case, "--out", out)
    found = json.loads(out.read_text("utf-8"))
    note = Note.read(found["checkpoint"])
    assert note.signed(Verifier.read(found["key"]))
    point = Checkpoint.read(note.text)
    assert told["lines"] == len(found["entries"]) > 0
    for entry in found["entries"]:
        proof = [bytes.fromhex(step) for step in entry["proof"]]
        place = (leaf_of(entry["line"]), entry["seq"] - 1, point.size)
        assert merkle.included(*place, proof, point.root)
    assert terminal.refuse("officer", "audit", "export", "--case", case).code == 1
    assert terminal.refuse("auditor", "audit", "export", "--case", "SCR-2026-NOTONE").code == 1


def test_a_damaged_memory_of_the_trail_is_declared_lost_and_then_the_house_goes_on(
    terminal, monkeypatch
):
    case = opened(terminal)
    terminal.ask("auditor", "audit", "checkpoint")
    (terminal.home / "trail" / "last.note").write_text("damaged")
    assert terminal.refuse("officer", "case", "show", case).code == 1
    assert terminal.run("audit", "verify", "--json").code == 1
    monkeypatch.setenv("BUREAU_OWN_PASSWORD", PASSWORD)
    told = terminal.ask("auditor", "audit", "gap", "--reason", "The folder was lost.")
    assert (told["damaged"], told["lost"]) == (True, [])
    assert terminal.ask("officer", "case", "show", case)["case"] == case
    assert terminal.run("audit", "verify", "--json").answer["ok"]
