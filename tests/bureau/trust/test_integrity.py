"""What was altered behind the back of the program is found, and where."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from hashlib import sha256

import pytest
from sqlalchemy import column, insert, select, table, text
from sqlalchemy.exc import DBAPIError

from bureau.model import Blob, Event
from bureau.operations import users
from bureau.rules.vocabulary import Language
from bureau.trust.integrity import (
    Faults,
    damaged_blobs,
    first_backward_event,
    first_bad_event,
    look_over,
)
from tests.conftest import NOW

KEPT = ("event", "event_value", "event_node", "trail_checkpoint")
SWAP = ((2, 100), (3, 2), (100, 3))


@pytest.fixture
def told(work_of, actors, sessions):
    """A trail of six lines."""
    for language in (Language.EN, Language.NL) * 3:
        with work_of(actors.officer) as work:
            users.choose_language(work, language)
    return sessions


def bad(sessions):
    with sessions() as session:
        return first_bad_event(session.scalars(select(Event).order_by(Event.seq)))


def alter(sessions, *statements):
    """Change rows as somebody who owns the database could: the fences are taken down first."""
    with sessions() as session:
        engine = session.get_bind()
    if engine.dialect.name == "postgresql":
        with engine.begin() as connection:
            connection.execute(text("SET LOCAL session_replication_role = replica"))
            for statement in statements:
                connection.execute(text(statement))
        return
    with closing(sqlite3.connect(engine.url.database)) as connection, connection:
        for name in KEPT:
            for how in ("update", "delete"):
                connection.execute(f"DROP TRIGGER IF EXISTS {name}_no_{how}")
        for statement in statements:
            connection.execute(statement)


@pytest.mark.parametrize(
    ("tampering", "found"),
    [
        (["UPDATE event SET purpose = 'another' WHERE seq = 3"], 3),
        (["UPDATE event SET actor_id = NULL WHERE seq = 1"], 1),
        (["UPDATE event SET outcome = 'refused' WHERE seq = 6"], 6),
        (["UPDATE event SET seq = 99 WHERE seq = 6"], 6),
        (["UPDATE event SET seq = 0 WHERE seq = 1"], 1),
        (["DELETE FROM event WHERE seq = 4"], 4),
        (
            [
                f"UPDATE event SET seq = {new} WHERE seq = {old}"  # noqa: S608 - numbers of this test
                for old, new in SWAP
            ],
            2,
        ),
        ([], None),
    ],
)
def test_tampering_is_found_at_its_first_line(told, tampering, found):
    alter(told, *tampering)
    assert bad(told) == found


@pytest.mark.parametrize(
    "statement",
    ["UPDATE event SET purpose = ''", "DELETE FROM event", "UPDATE blob SET size = 1"],
)
def test_the_database_itself_refuses_to_change_what_is_kept(told, statement):
    with told.begin() as session:
        session.add(Blob(sha256="0" * 64, size=9, content=b"fictional"))
    with pytest.raises(DBAPIError, match="append-only"), told.begin() as session:
        session.execute(text(statement))
    assert bad(told) is None


def test_a_house_is_looked_over_at_once(told):
    assert look_over(told) == Faults(None, None, [])
    with told.begin() as session:
        session.add(Blob(sha256="0" * 64, size=9, content=b"fictional"))
    alter(told, "DELETE FROM event WHERE seq = 4")
    assert look_over(told) == Faults(4, None, ["0" * 64])


def test_files_whose_bytes_changed_are_named():
    content = b"fictional"
    good = Blob(sha256=sha256(content).hexdigest(), size=9, content=content)
    rotten = Blob(sha256="0" * 64, size=9, content=content)
    assert damaged_blobs([good, rotten]) == ["0" * 64]


@pytest.mark.parametrize("stored", [b"", b"short", bytes(60)])
def test_a_file_that_cannot_be_unsealed_is_named(sessions, stored):
    kept = table("blob", column("sha256"), column("size"), column("content"))
    with sessions.begin() as session:
        session.execute(insert(kept).values(sha256="0" * 64, size=9, content=stored))
    with sessions() as session:
        assert damaged_blobs(session.scalars(select(Blob))) == ["0" * 64]


def test_a_clock_that_was_turned_back_is_seen(work_of, actors, sessions):
    def backward():
        with sessions() as session:
            return first_backward_event(session.scalars(select(Event).order_by(Event.seq)))

    for moment in (NOW, NOW - timedelta(minutes=5), NOW + timedelta(days=1)):
        with work_of(actors.officer, moment) as work:
            users.choose_language(work, Language.EN)
    assert backward() is None
    with work_of(actors.officer, NOW) as work:
        users.choose_language(work, Language.NL)
    assert backward() == 4
