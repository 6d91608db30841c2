import json

import pytest

from bureau.errors import Invalid
from bureau.formats.company_registers import read_record
from bureau.rules.vocabulary import EntityKind, TieKind
from tests.bureau.formats.samples import given


def psc(name):
    return read_record(json.loads(given("a-ownership", "uk-psc-fixtures", f"psc_{name}.json")))


def test_a_person_with_significant_control_has_ranges_and_a_period():
    file = psc("ceased_on")
    company, holder, address = file.parties
    assert company.numbers == (("foreign", "GB-COH 01234567"),)
    assert (holder.label, holder.fields["born"]) == ("Joe Bloggs", "1955-10")
    assert [(tie.kind, tie.share, tie.valid_to) for tie in file.ties[:2]] == [
        (TieKind.OWNS, None, "2016-10-11"),
        (TieKind.MANAGES, None, "2016-10-11"),
    ]
    assert address.fields["postcode"] == "EX4 2MP"
    assert "British" not in repr(file)


def test_whom_the_register_shields_is_protected_and_nameless():
    holder = psc("super_secure").parties[1]
    assert (holder.shielded, holder.known_by, holder.numbers) == (True, ("", ""), ())
    assert "withheld" in holder.label


def test_a_company_that_holds_control_is_known_by_its_number_only_where_the_register_is():
    assert psc("corporate").parties[1].known_by == ("foreign", "GB-COH 89101112")
    assert psc("no_country").parties[1].known_by[0] == "record"


@pytest.mark.parametrize("name", ["statement", "statement_ceased_on", "exemptions"])
def test_a_statement_about_a_company_is_kept_in_its_note(name):
    file = psc(name)
    assert (len(file.parties), file.ties) == (1, ())
    assert file.parties[0].fields["note"].startswith("PSC-register")


def test_totals_are_refused_and_other_things_left_to_others():
    with pytest.raises(Invalid):
        psc("totals")
    assert read_record([]) is None
    assert read_record({"recordId": "x"}) is None


def test_a_legal_entity_has_one_address_for_seat_and_office():
    folder = ("a-ownership", "gleif-fixtures", "v1", "fixtures")
    file = read_record(json.loads(given(*folder, "9845001B2AD43E664E58_issued.json")))
    assert [party.kind for party in file.parties] == [EntityKind.COMPANY, EntityKind.ADDRESS]
    assert file.parties[0].known_by == ("foreign", "LEI 9845001B2AD43E664E58")
    assert len(file.ties) == 2
