"""Support files stand apart: no way leads in from a case, none out to one, words are sealed."""

import pytest
from sqlalchemy import inspect

from bureau.model import Base, Consent, SupportDossier, SupportEntry, SupportFile
from bureau.model.locked import LockedBytes

SUPPORT = {
    *("support_file", "support_member", "support_entry", "consent", "support_dossier"),
    *("support_part", "support_referral", "support_word"),
}
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


def reached(ways, start):
    """Every table that keys lead to from here, however many steps away."""
    found, waiting = set(), [start]
    while waiting:
        new = ways[waiting.pop()] - found
        found |= new
        waiting += new
    return found


def test_in_the_database_itself_no_way_leads_from_another_track_to_a_support_file(engine):
    look = inspect(engine)
    ways = {
        name: {key["referred_table"] for key in look.get_foreign_keys(name)}
        for name in look.get_table_names()
    }
    assert ways.keys() >= SUPPORT
    assert not look.get_view_names()
    for name in ways.keys() - SUPPORT:
        assert not reached(ways, name) & SUPPORT, name
    of_people = reached(ways, "user") | PEOPLE
    assert not of_people & {"case", "party", "entity"}
    for name in SUPPORT:
        assert reached(ways, name) <= SUPPORT | of_people, name


def test_every_table_with_sealed_words_of_a_file_is_known_here():
    sealed = {
        name
        for name, table in Base.metadata.tables.items()
        if any(isinstance(column.type, LockedBytes) for column in table.columns)
    }
    own_sign_in = {"factor"}  # the secret of a second factor, in no file at all
    assert sealed - own_sign_in <= SUPPORT


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
def test_what_tells_of_the_person_is_sealed_with_the_key_of_its_file(record, column):
    assert isinstance(record.__table__.c[column].type, LockedBytes)
    assert column not in {attribute.key for attribute in inspect(record).column_attrs}


def test_consent_stands_until_it_is_withdrawn():
    assert Consent.__table__.c.withdrawn_on.nullable
    assert not Consent.__table__.c.given_on.nullable
