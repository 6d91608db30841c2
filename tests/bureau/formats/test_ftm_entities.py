import json

import pytest

from bureau.errors import Invalid
from bureau.formats.ftm_entities import entity_of, party_record, reached_at, thing_number
from bureau.formats.ftm_schemas import THINGS
from bureau.rules.vocabulary import EntityKind
from tests.bureau.formats.test_ftm import line


def party(schema, **properties):
    entity = entity_of(1, json.loads(line("x", schema, **properties)))
    return party_record(entity, THINGS[schema])


def test_a_dutch_company_has_its_kvk_number_and_its_hub():
    found = party(
        "Company",
        name="Bank",
        jurisdiction="nl",
        registrationNumber="12345678",
        taxNumber="123456789",
        sector=["bank", "kredieten"],
    )
    assert found.numbers == (("kvk", "12345678"), ("rsin", "123456789"))
    assert (found.fields["hub"], found.fields["activity"]) == ("bank", "kredieten")
    assert party("Company", registrationNumber="12345678").numbers[0][0] == "foreign"


def test_an_account_is_known_by_its_number_a_vehicle_by_its_plate():
    assert party("BankAccount", iban="NL91X", name="Jo").known_by == ("account", "NL91X")
    assert party("BankAccount", iban="NL91X", name="Jo").fields["holder_name"] == "Jo"
    assert party("BankAccount", name="kas").known_by == ("ftm", "x")
    assert party("Vehicle", registrationNumber="xx-12-yy").known_by == ("plate", "XX12YY")


def test_a_device_and_a_phone_are_told_apart():
    assert (
        party("UserAccount", service="device", username="ip 192.0.2.17").kind is EntityKind.DEVICE
    )
    assert party("UserAccount", number="0612345678").known_by == ("phone", "+31612345678")


def test_a_name_in_one_piece_is_not_split_and_other_names_are_noted():
    found = party("Person", name="Jo Zee", alias=["Joost", "J."])
    assert found.fields == {"family_name": "Jo Zee", "note": "Andere namen: Joost; J."}


def test_a_number_of_another_shape_is_kept_as_it_stands():
    assert thing_number("phone", "onbekend") == ("foreign", "phone onbekend")
    entity = entity_of(1, json.loads(line("x", "Person", phone="onbekend")))
    assert next(reached_at(entity)).known_by == ("", "")


def test_values_that_are_no_texts_and_endless_ids_are_refused():
    for wrong in (
        {"id": "x", "schema": "Person", "properties": {"name": [{}]}},
        {"id": "x" * 141, "schema": "Person", "properties": {}},
    ):
        with pytest.raises(Invalid):
            entity_of(1, wrong)
