import pytest

from bureau.formats.bods_parties import entity_record, person_record
from bureau.formats.party_values import Left
from bureau.formats.register_json import Part
from tests.bureau.formats.test_bods import statement

RECORD = ("record", "bods::1")


def person(left=None, **details):
    return person_record(Part(statement("person", "1", details), "[0]"), RECORD, left or Left())


def entity(**details):
    return entity_record(Part(statement("entity", "1", details), "[0]"), RECORD)


def test_the_legal_name_counts_and_a_full_name_is_not_split():
    names = [{"type": "alternative", "fullName": "X"}, {"type": "legal", "familyName": "Zee"}]
    assert person(names=names).fields["family_name"] == "Zee"
    assert person().fields == {"family_name": "Jo Zee"}


def test_a_partly_known_birth_date_and_political_exposure_are_kept_nationality_is_not():
    left = Left()
    told = person(
        left,
        birthDate="1955-10",
        nationalities=[{"code": "IE"}],
        politicalExposure={"status": "isPep", "details": [{"reason": "kamerlid"}]},
    )
    assert told.fields["born"] == "1955-10"
    assert "kamerlid" in told.fields["note"]
    assert "IE" not in repr(told)
    assert "nationalities" in next(left.warnings()).message


@pytest.mark.parametrize("sort", ["unknownPerson", "anonymousPerson"])
def test_a_person_whom_the_source_does_not_name_is_known_by_nothing(sort):
    told = person(personType=sort, unspecifiedPersonDetails={"reason": "unknown"})
    assert (told.known_by, told.numbers) == (("", ""), ())
    assert told.label.startswith("ongenoemd")


def test_a_dutch_number_identifies_and_a_foreign_one_is_kept_with_its_scheme():
    numbers = [{"scheme": "NL-KVK", "id": "12345678"}, {"scheme": "GB-COH", "id": "07444723"}]
    told = entity(identifiers=numbers, foundingDate="2019-09-03")
    assert told.known_by == ("kvk", "12345678")
    assert told.numbers == (("kvk", "12345678"), ("foreign", "GB-COH 07444723"))
    assert told.fields["registered_on"] == "2019-09-03"
    assert entity(identifiers=[{"scheme": "NL-KVK", "id": "1"}]).known_by == RECORD


def test_an_unknown_entity_and_one_without_a_name():
    assert entity(entityType={"type": "unknownEntity"}).known_by == ("", "")
    assert entity(name="").label == "naamloos / unnamed (1)"
