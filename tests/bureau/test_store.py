"""The database keeps what it acknowledged."""

import pytest
from sqlalchemy.exc import IntegrityError

from bureau.errors import OutOfOrder
from bureau.store import open_store


@pytest.mark.parametrize(
    ("setting", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("recursive_triggers", 1)],
)
def test_every_sqlite_connection_is_set_to_lose_nothing(tmp_path, setting, value):
    engine = open_store(f"sqlite:///{tmp_path / 'x.db'}")
    for _ in range(2):
        with engine.connect() as connection:
            found = connection.exec_driver_sql(f"PRAGMA {setting}").scalar()
        assert found == value
        engine.dispose()


def test_a_reference_to_nothing_is_refused(tmp_path):
    engine = open_store(f"sqlite:///{tmp_path / 'x.db'}")
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE a (id INTEGER PRIMARY KEY)")
        connection.exec_driver_sql("CREATE TABLE b (a INTEGER REFERENCES a (id))")
    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO b VALUES (7)")
    engine.dispose()


def test_another_kind_of_database_is_refused_with_the_remedy():
    with pytest.raises(OutOfOrder) as refusal:
        open_store("mysql://localhost/bureau")
    assert "BUREAU_DATABASE_URL" in refusal.value.hint
