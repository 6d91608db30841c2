"""Without a certificate that is open the database lets nothing go."""

import pytest
from sqlalchemy import delete, update
from sqlalchemy.exc import DatabaseError

from bureau.model import Blob, EventValue
from bureau.operations import documents


@pytest.mark.parametrize("statement", [delete(Blob), update(EventValue).values(salt=None)])
def test_nothing_goes_without_a_certificate(road, sessions, statement):
    with road.by("officer") as work:
        documents.add_document(work, road.id, "a.txt", b"a", title="A", kind="D")
    road.step("T02", "03-02")
    with sessions() as session, pytest.raises(DatabaseError):
        session.execute(statement)
