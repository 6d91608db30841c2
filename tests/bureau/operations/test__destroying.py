"""Without a certificate that is open the database lets nothing go."""

import pytest
from sqlalchemy import delete, update
from sqlalchemy.exc import DatabaseError

from bureau.model import Base, Blob, EventValue
from bureau.operations import _destroying, _retention, documents
from bureau.rules import retention
from bureau.rules.vocabulary import CaseKind


@pytest.mark.parametrize("statement", [delete(Blob), update(EventValue).values(salt=None)])
def test_nothing_goes_without_a_certificate(road, sessions, statement):
    with road.by("officer") as work:
        documents.add_document(work, road.id, "a.txt", b"a", title="A", kind="D")
    road.step("T02", "03-02")
    with sessions() as session, pytest.raises(DatabaseError):
        session.execute(statement)


# References out of what stays, which are emptied first.
EMPTIED = {
    CaseKind.SCREENING: {("screening", "entity")},
    CaseKind.PARTNERSHIP: {
        ("screening", "entity"),
        ("disclosure", "agenda_item"),
        ("disclosure", "contribution"),
        ("recipient_notice", "correction"),
    },
}


@pytest.mark.parametrize("kind", EMPTIED)
def test_what_refers_to_a_destroyed_row_is_destroyed_too(kind):
    gone = {table.name for table in _retention.tables(retention.FILE, kind)}
    gone |= {table.name for table in (*_destroying.HEIRS, _destroying.VISITS)}
    left = {
        (table.name, key.column.table.name)
        for table in Base.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table.name in gone and table.name not in gone and not key.ondelete
    }
    assert left == EMPTIED[kind]
