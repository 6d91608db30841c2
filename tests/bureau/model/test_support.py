"""Support files stand apart: no way leads in from a case, none out to one, words are sealed."""

import pytest

from bureau.model import Base, Consent, SupportDossier, SupportEntry, SupportFile
from bureau.model.base import Sealed, SealedBytes

SUPPORT = {"support_file", "support_member", "support_entry", "consent", "support_dossier"}
PEOPLE = {"user"}


def targets(table):
    return {key.column.table.name for key in table.foreign_keys}


@pytest.mark.parametrize("table", sorted(Base.metadata.tables))
def test_no_foreign_key_crosses_the_wall_in_either_direction(table):
    there = targets(Base.metadata.tables[table])
    if table in SUPPORT:
        assert there <= SUPPORT | PEOPLE
    else:
        assert not there & SUPPORT


@pytest.mark.parametrize("table", sorted(SUPPORT))
def test_no_column_of_a_support_file_names_a_case(table):
    assert not [c.name for c in Base.metadata.tables[table].columns if "case" in c.name]


@pytest.mark.parametrize(
    ("record", "column"),
    [
        (SupportFile, "real_name"),
        (SupportFile, "safe_contact"),
        (SupportFile, "needs"),
        (SupportEntry, "text"),
        (SupportEntry, "who"),
        (Consent, "purpose"),
        (Consent, "recipient"),
        (Consent, "explained_how"),
        (Consent, "language"),
        (SupportDossier, "recipient"),
        (SupportDossier, "basis"),
        (SupportDossier, "pdf"),
        (SupportDossier, "picture"),
    ],
)
def test_what_tells_of_the_person_is_sealed_for_its_own_place(record, column):
    kind = record.__table__.c[column].type
    assert isinstance(kind, Sealed | SealedBytes)
    assert kind.place == f"{record.__tablename__}.{column}"


def test_consent_stands_until_it_is_withdrawn():
    assert Consent.__table__.c.withdrawn_on.nullable
    assert not Consent.__table__.c.given_on.nullable
