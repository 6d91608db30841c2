"""Migrations: up makes the model exactly, down leaves nothing."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect

from bureau.model import Base
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
    for table in Base.metadata.tables.values():
        targets = {key.column.table.name for key in table.foreign_keys}
        if table.name in inside:
            assert targets <= inside | {"user"}
        else:
            assert not targets & inside, table.name
