"""Migrations: up makes the model exactly, down leaves nothing."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import column, create_engine, inspect, select, table, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from bureau import keys
from bureau.errors import OutOfOrder
from bureau.model import Base, Blob, Consent, Job
from bureau.store import open_store
from tests.conftest import _admin, _database, migrate


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def empty(request, tmp_path):
    if request.param == "sqlite":
        engine = open_store(f"sqlite:///{tmp_path / 'x.db'}")
        yield engine
        engine.dispose()
        return
    server = request.getfixturevalue("postgres_server")
    _admin(server, "CREATE DATABASE migrations")
    engine = create_engine(_database(server, "migrations"))
    yield engine
    engine.dispose()
    _admin(server, "DROP DATABASE migrations WITH (FORCE)")


def test_up_equals_the_model_and_down_leaves_nothing(empty):
    migrate(empty)
    with empty.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
    migrate(empty, "base")
    assert set(inspect(empty).get_table_names()) <= {"alembic_version"}
    migrate(empty)
    with empty.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_no_table_outside_support_refers_to_a_support_file():
    inside = {"support_file", "support_member", "support_entry", "consent", "support_dossier"}
    inside |= {"support_part", "support_referral", "support_word"}
    for each in Base.metadata.tables.values():
        targets = {key.column.table.name for key in each.foreign_keys}
        if each.name in inside:
            assert targets <= inside | {"user"}
        else:
            assert not targets & inside, each.name


FILE, JOB, USER, BODY = (f"{number:032x}" for number in range(1, 5))
BEFORE_SEALING = "0002"
PLAIN = "Stichting Veilige Haven"
DAY = "2026-03-02"
FIRST = {"version": 1}
# What a house of the first release held: a consent, a job that waits, a document.
BODY_ROW = {"id": BODY, "code": "support", "name": "x", "kind": "NGO"}
USER_ROW = {
    "id": USER,
    "login": "care",
    "name": "Care",
    "organisation_id": BODY,
    "language": "nl",
    "active": True,
    "failed_sign_ins": 0,
}
FILE_ROW = {
    "id": FILE,
    "reference": "SUP-1",
    "code_name": "Linde",
    "state": "VS01",
    "opened_on": DAY,
}
CONSENT_ROW = {
    "id": FILE,
    "file_id": FILE,
    "purpose": "shelter",
    "recipient": PLAIN,
    "explained_how": "in person",
    "language": "English",
    "given_on": DAY,
}
JOB_ROW = {
    "id": JOB,
    "kind": "prepare_plan",
    "scope": f"support_file:{FILE}",
    "state": "queued",
    "arguments": f'{{"recipient": "{PLAIN}"}}',
    "percent": 0,
    "message": "",
    "result": "{}",
    "asked_by_id": USER,
    "asked_at": f"{DAY} 09:00:00",
}
BLOB_ROW = {"sha256": "a" * 64, "size": 6, "content": PLAIN.encode()}
BEFORE = {
    "organisation": BODY_ROW | FIRST,
    "user": USER_ROW | FIRST,
    "support_file": FILE_ROW | FIRST,
    "consent": CONSENT_ROW | FIRST,
    "job": JOB_ROW | FIRST,
    "blob": BLOB_ROW,
}


def _put(engine, *names):
    """Put rows into the tables of the first release."""
    with engine.begin() as connection:
        for name in names:
            row = BEFORE[name]
            connection.execute(table(name, *map(column, row)).insert().values(**row))


def test_what_a_house_held_before_is_sealed_and_can_be_opened_again(empty):
    migrate(empty, BEFORE_SEALING)
    _put(empty, *BEFORE)
    migrate(empty)
    with empty.connect() as connection:
        for place in ("consent.recipient", "job.arguments", "blob.content"):
            assert PLAIN.encode() not in _kept(connection, place)
    with Session(empty) as session:
        consent = session.scalars(select(Consent)).one()
        assert (consent.recipient, consent.file.lock is None) == (PLAIN, False)
        assert session.scalar(select(Job.arguments)) == {"recipient": PLAIN}
        assert session.scalar(select(Blob.content)) == PLAIN.encode()
    with pytest.raises(DBAPIError, match="append-only"), empty.begin() as connection:
        connection.execute(text("UPDATE blob SET size = 1"))
    migrate(empty, BEFORE_SEALING)
    with empty.connect() as connection:
        for place in ("consent.recipient", "job.arguments", "blob.content"):
            assert PLAIN.encode() in _kept(connection, place)


def test_rows_without_their_keys_stop_the_migration_and_stay_as_they_were(empty, monkeypatch):
    migrate(empty, BEFORE_SEALING)
    _put(empty, "blob")
    monkeypatch.setattr(keys, "_HELD", {})
    with pytest.raises(OutOfOrder):
        migrate(empty)
    with empty.connect() as connection:
        assert _kept(connection, "blob.content") == PLAIN.encode()
        assert MigrationContext.configure(connection).get_current_revision() == BEFORE_SEALING


def _kept(connection, place):
    """What stands in the one row of a column, as the database keeps it."""
    name, part = place.split(".")
    found = connection.execute(select(column(part)).select_from(table(name))).scalar_one()
    return found if isinstance(found, bytes) else str(found).encode()


def test_a_link_that_waits_keeps_its_mark_apart_and_one_that_ended_says_nothing(tmp_path):
    engine = create_engine(f"sqlite:///{tmp_path / 'x.db'}")
    migrate(engine, "0057")
    names = ("id", "mark", "tail", "shown", "state", "issuer", "user_id", "asked_by_id")
    links = table("identity", *map(column, (*names, "asked_at", "version")))
    whole = {"tail": "abcd", "shown": "pass 12", "issuer": "i", "asked_at": DAY, "version": 1}
    whole |= {"user_id": USER, "asked_by_id": USER}
    marks = {"waiting": "w", "confirmed": "c", "ended": None}
    with engine.begin() as connection:
        connection.execute(
            links.insert(),
            [{**whole, "id": state, "state": state, "mark": mark} for state, mark in marks.items()],
        )
    migrate(engine, "0058")
    with engine.connect() as connection:
        query = text("SELECT state, mark, asked_mark, tail, shown FROM identity")
        found = {row[0]: tuple(row[1:]) for row in connection.execute(query)}
    engine.dispose()
    assert found == {
        "waiting": (None, "w", "abcd", "pass 12"),
        "confirmed": ("c", None, "abcd", "pass 12"),
        "ended": (None, None, "", ""),
    }
