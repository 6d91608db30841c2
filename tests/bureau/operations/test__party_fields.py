"""What may be recorded about a party, how it is called and how it is found again."""

import pytest

from bureau.errors import Invalid
from bureau.model import Account, Address, Company, Person, Property
from bureau.operations._party_fields import FIELDS, checked, key, label, random_key
from bureau.rules.dates import PartialDate
from bureau.rules.vocabulary import EntityKind


def test_no_kind_of_party_has_a_nationality_or_a_score():
    every = {field for fields in FIELDS.values() for field in fields}
    assert not {field for field in every if "national" in field or "score" in field}
    assert len(FIELDS) == len(EntityKind)


def test_fields_are_checked_and_trimmed():
    told = checked(Person, {"family_name": " Zee ", "born": "1980", "protected": True})
    assert told == {"family_name": "Zee", "born": PartialDate(1980), "protected": True}


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        (Person, "family_name", " "),
        (Person, "born", "1980-13"),
        (Company, "staff", -1),
        (Company, "hub", "casino"),
        (Property, "square_metres", -1),
        (Account, "number", "x" * 61),
        (Address, "postcode", "x" * 13),
        (Person, "eye_colour", "blue"),
    ],
)
def test_what_does_not_fit_is_refused(kind, field, value):
    with pytest.raises(Invalid):
        checked(kind, {field: value})


def test_labels_leave_out_what_is_not_known():
    assert label(Person(family_name="Zee")) == "Zee"
    assert label(Address(street="Kade", number="1")) == "Kade 1"
    assert label(Address(street="Kade", city="Havermonde")) == "Kade, Havermonde"
    assert label(Company(label="De Kade")) == "De Kade"


def test_an_address_and_an_account_have_a_key_of_their_own():
    assert key(Address(street="Kade", number="1")) == key(Address(street="KADE ", number="1"))
    assert key(Account(number="a1")) != key(Account(number="A1"))
    assert key(Company(), "69599084") == "company:kvk:69599084"


def test_people_never_share_a_key():
    assert key(Person(family_name="Zee")) != key(Person(family_name="Zee"))
    assert random_key(EntityKind.PERSON) != random_key(EntityKind.PERSON)
