"""The database from a terminal: brought up to date, and looked over row by row."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import create_engine, func, select

from app.commands import bureau
from app.commands.databases import revision, upgraded
from app.commands.door import answered
from bureau import founding
from bureau.model import Event
from bureau.operations import documents, users
from bureau.rules.vocabulary import Language, Role
from bureau.store import open_store
from tests.app.commands.house import Terminal, opened
from tests.bureau.operations.road import Road
from tests.conftest import NOW, migrate

BEFORE_THE_TREE = "0037"


@pytest.fixture
def bare(elsewhere, capfd, monkeypatch):
    """A terminal in a house where nobody lives yet."""
    home = elsewhere / "new" / "house"
    monkeypatch.setenv("BUREAU_HOME", str(home))
    home.mkdir(parents=True)
    made = Terminal(home, capfd, monkeypatch)
    yield made
    made.engine.dispose()


def test_a_database_is_made_and_an_upgrade_may_be_repeated(bare):
    first = bare.run("db", "upgrade", "--json").answer
    assert first["ok"] is True
    assert first["revision"]
    assert bare.run("db", "upgrade", "--json").answer == first
    assert bare.run("db", "check", "--json").answer == {
        "ok": True,
        "revision": first["revision"],
        "schema": True,
        "first_bad_event": None,
        "first_backward_event": None,
        "damaged_files": [],
        "first_false_value": None,
    }


def test_keys_and_database_are_for_the_owner_alone(elsewhere, capfd, monkeypatch):
    home = elsewhere / "later"
    monkeypatch.setenv("BUREAU_HOME", str(home))
    assert answered(bureau, ["db", "upgrade"]) == 0
    assert "is at revision" in capfd.readouterr().out
    assert oct(home.stat().st_mode & 0o777) == "0o700"
    assert {oct(key.stat().st_mode & 0o777) for key in (home / "keys").iterdir()} == {"0o400"}


def test_a_house_without_a_database_is_not_in_order(bare):
    outcome = bare.run("db", "check", "--json")
    assert outcome.code == 1
    assert '"ok": false' in outcome.out


def broken(terminal, table, statement):
    """Look the house over after somebody with the file in hand changed it."""
    raw = create_engine(f"sqlite:///{terminal.home / 'bureau.db'}")
    fences = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?"
    with raw.begin() as connection:
        for (name,) in connection.exec_driver_sql(fences, (table,)).all():
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        connection.exec_driver_sql(statement)
    raw.dispose()
    return terminal.run("db", "check", "--json")


def test_a_column_that_was_taken_away_is_seen(terminal):
    outcome = broken(terminal, "lease", "ALTER TABLE lease DROP COLUMN currency")
    assert outcome.code == 1
    assert '"schema": false' in outcome.out


def test_a_changed_file_is_named(terminal):
    road = Road(terminal.work_of, terminal.actors)
    with road.by("officer") as work:
        digest = documents.add_document(
            work, road.id, "a.txt", b"as handed in", title="A", kind="letter"
        ).sha256
    outcome = broken(terminal, "blob", "UPDATE blob SET content = X'00'")
    assert outcome.code == 1
    assert digest in outcome.out


def test_a_line_that_was_changed_in_the_trail_is_found(terminal):
    opened(terminal)
    assert terminal.run("db", "check", "--json").answer["ok"] is True
    outcome = broken(terminal, "event", "UPDATE event SET purpose = 'another' WHERE seq = 1")
    assert outcome.code == 1
    assert '"first_bad_event": 1' in outcome.out


def test_a_clock_that_ran_backwards_is_told_and_only_a_demonstration_may(terminal):
    actors = terminal.actors
    for moment in (NOW + timedelta(days=3), NOW):
        with terminal.work_of(actors.officer, moment) as work:
            users.choose_language(work, Language.EN)
    found = terminal.run("db", "check", "--json").answer
    assert (found["ok"], found["first_backward_event"]) == (True, 3)
    outcome = broken(terminal, "event", "DELETE FROM event WHERE seq = 1")
    assert outcome.code == 1
    assert '"first_backward_event": 3' in outcome.out


def test_a_real_house_whose_clock_ran_backwards_is_not_in_order(bare):
    bare.run("db", "upgrade")
    founding.found(bare.sessions, "h", "admin", "A", [Role.ADMIN], None, NOW)
    assert bare.run("db", "check", "--json").answer["ok"] is True
    with bare.work_of(bare.actors.admin, NOW - timedelta(days=3)) as work:
        users.choose_language(work, Language.EN)
    outcome = bare.run("db", "check", "--json")
    assert outcome.code == 1
    found = json.loads(outcome.out)
    assert (found["ok"], found["first_backward_event"], found["first_bad_event"]) == (
        False,
        3,
        None,
    )


def test_an_upgrade_of_a_house_stands_in_its_trail_and_leaves_it_in_order(terminal):
    opened(terminal)
    newest = revision(terminal.engine)
    migrate(terminal.engine, BEFORE_THE_TREE)
    assert terminal.run("db", "upgrade", "--json").answer["revision"] == newest
    with terminal.sessions() as session:
        line = session.scalars(select(Event).order_by(Event.seq.desc())).first()
    assert (line.kind, line.facts["before"], line.facts["after"]) == (
        "house.upgraded",
        BEFORE_THE_TREE,
        newest,
    )
    assert terminal.run("db", "check", "--json").answer["ok"] is True
    terminal.run("db", "upgrade")
    with terminal.sessions() as session:
        assert session.scalar(select(func.max(Event.seq))) == line.seq


def test_a_reader_is_told_in_words(terminal):
    assert terminal.run("db", "check").out == "Everything is in order.\n"


def test_the_revision_of_nothing_is_empty(tmp_path):
    engine = open_store(f"sqlite:///{tmp_path / 'b.db'}")
    assert revision(engine) == ""
    assert upgraded(engine) == revision(engine) != ""
    engine.dispose()


def test_a_backup_is_made_while_the_house_works_and_put_back(terminal, tmp_path):
    case = opened(terminal)
    file = tmp_path / "bureau.bak"
    told = terminal.run("db", "backup", file, "--json").answer
    assert (told["ok"], told["path"], told["bytes"]) == (True, str(file), file.stat().st_size)
    later = opened(terminal, "Café Later")
    terminal.engine.dispose()
    found = terminal.run("db", "restore", file, "--json").answer
    assert (found["ok"], found["size"], found["older"]) == (True, told["size"], False)
    assert terminal.run("db", "check", "--json").answer["ok"]
    assert terminal.ask("officer", "case", "show", case)["case"] == case
    assert terminal.refuse("officer", "case", "show", later).code == 1
    file.write_bytes(file.read_bytes()[:-1])
    assert terminal.run("db", "restore", file, "--json").code == 2
    assert terminal.run("db", "restore", tmp_path / "none.bak", "--json").code == 2
    assert terminal.ask("officer", "case", "show", case)["case"] == case


def test_nothing_is_kept_of_a_house_that_is_not_there(elsewhere, terminal, monkeypatch, tmp_path):
    monkeypatch.setenv("BUREAU_HOME", str(tmp_path / "empty"))
    done = terminal.run("db", "backup", tmp_path / "none.bak", "--json")
    assert (done.code, done.refusal["error"]) == (1, "not_found")
    assert not (tmp_path / "none.bak").exists()
