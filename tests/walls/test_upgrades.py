"""A filled house is brought up to date: nothing that stands in it is lost, no tie breaks."""

import shutil

from sqlalchemy import func, inspect, select, table, text

from bureau.store import open_store
from tests.conftest import migrate

EARLIER = "0047"  # before copies, annexes, watching, notices, lent roles


def rows(engine):
    """How many rows each table holds."""
    with engine.connect() as connection:
        return {
            name: connection.scalar(select(func.count()).select_from(table(name)))
            for name in inspect(connection).get_table_names()
        }


def test_a_filled_house_of_an_earlier_release_is_brought_up_to_date(built, tmp_path):
    shutil.copy(built.home / "bureau.db", tmp_path / "bureau.db")
    engine = open_store(f"sqlite:///{tmp_path / 'bureau.db'}")
    migrate(engine, EARLIER)
    before = rows(engine)
    migrate(engine)
    after = rows(engine)
    assert {name: after.get(name) for name in before} == before
    assert before["case"] > 10
    assert before["event"] > 100
    with engine.connect() as connection:
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
        assert connection.scalar(text("PRAGMA integrity_check")) == "ok"
    engine.dispose()
