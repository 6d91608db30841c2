"""By what an imported party is found again."""

from types import SimpleNamespace

import pytest

from bureau.errors import Invalid
from bureau.formats.party_values import PartyRecord
from bureau.operations._import_keys import CLASSES, columns, keys_of, numbers_of
from bureau.rules.vocabulary import EntityKind

BATCH = SimpleNamespace(source=SimpleNamespace(sha256="f" * 64))


def record(kind=EntityKind.COMPANY, known_by=("", ""), **said):
    return PartyRecord({"line": 1}, "r", kind, "Zee", known_by, **said)


def first(*given, **said):
    return next(iter(keys_of(BATCH, record(*given, **said))))


@pytest.mark.parametrize(
    ("kind", "known_by", "key"),
    [
        (EntityKind.COMPANY, ("kvk", "12345678"), "company:kvk:12345678"),
        (EntityKind.PROPERTY, ("brk", "1"), "property:brk:1"),
        (EntityKind.ACCOUNT, ("account", "NL1"), "account:NL1"),
        (EntityKind.PERSON, ("ftm", "x"), "ftm:x"),
        (EntityKind.VEHICLE, ("plate", "XX12YY"), "vehicle:XX12YY"),
    ],
)
def test_a_number_makes_the_key(kind, known_by, key):
    assert first(kind, known_by) == key


def test_what_has_no_number_is_found_in_its_own_file_only(monkeypatch):
    before = first(EntityKind.PERSON)
    monkeypatch.setattr(BATCH.source, "sha256", "0" * 64)
    assert first(EntityKind.PERSON) != before


def test_a_shielded_person_has_another_key_and_no_number_finds_anybody():
    bsn = ("bsn", "999993872")
    plain = keys_of(BATCH, record(EntityKind.PERSON, bsn))
    shielded = keys_of(BATCH, record(EntityKind.PERSON, bsn, shielded=True))
    assert shielded[:2] == plain[:2][::-1]
    assert "999993872" not in repr(plain)
    assert numbers_of(record(EntityKind.PERSON, bsn, numbers=(bsn,))) == []


def test_only_firm_numbers_find_a_company():
    numbers = (("foreign", "DE1"), ("kvk", "12345678"))
    assert numbers_of(record(numbers=numbers)) == [("kvk", "12345678")]
    assert numbers_of(record(known_by=numbers[0], numbers=numbers)) == list(numbers)


def test_an_address_is_found_by_what_it_says():
    at = {"street": "Kade", "number": "1"}
    assert first(EntityKind.ADDRESS, ("bag", "1"), fields=at) == first(
        EntityKind.ADDRESS, fields=at
    )


def test_fields_become_columns_dates_among_them():
    told = columns(record(fields={"registered_on": "2019-09", "staff": 3, "activity": "x"}))
    assert (str(told["registered_on"]), told["staff"], told["activity"]) == ("2019-09", 3, "x")
    with pytest.raises(Invalid):
        columns(record(fields={"activity": "x" * 201}))


def test_every_kind_of_party_has_its_table():
    assert set(CLASSES) == set(EntityKind)
