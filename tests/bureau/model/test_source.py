"""Sources and files as they are kept."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from bureau.model import Blob, DocumentReader


@pytest.mark.parametrize("statement", ["UPDATE blob SET size = 1", "DELETE FROM blob"])
def test_the_bytes_of_a_file_are_written_once(engine, sessions, statement):
    with sessions.begin() as session:
        session.add(Blob(sha256="0" * 64, size=1, content=b"x"))
    with pytest.raises(DatabaseError, match="append-only"), engine.begin() as connection:
        connection.execute(text(statement))


def test_a_reader_belongs_to_a_case():
    # Otherwise the trail would file the naming of a reader under the reader.
    assert not DocumentReader.__table__.c.case_id.nullable
