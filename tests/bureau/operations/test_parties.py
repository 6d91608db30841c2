"""Parties: recorded with a source, found again by number, and protected where need be."""

from uuid import uuid4

import pytest
from sqlalchemy import select, text

from bureau.errors import AccessDenied, Changed, Invalid, NotFound
from bureau.model import Identifier, Person
from bureau.operations import parties, ties
from bureau.operations.sources import Learnt
from bureau.rules.vocabulary import Certainty, Credibility, EntityKind, TieKind
from tests.bureau.operations.place import add_source, open_case


def person(work, case_id, learnt, **fields):
    told = {"given_names": "Jan", "prefix": "van der", "family_name": "Zee", **fields}
    return parties.record_person(work, case_id, learnt, **told)


def test_a_person_is_named_and_dated_as_far_as_known(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        found_id = person(work, case_id, learnt, born="1980-05").id
    with work_of(actors.second) as work:
        seen = parties.read_party(work, case_id, found_id)
    assert (seen.label, seen.kind) == ("Jan van der Zee", EntityKind.PERSON)
    assert ("born", "1980-05") in seen.facts
    assert seen.origin.certainty is Certainty.PROBABLE
    assert [source.number for source in seen.sources] == [1]


def test_each_kind_of_party_has_its_label(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        parties.record_company(work, case_id, learnt, name="De Kade B.V.", kvk="00000019")
        parties.record_property(work, case_id, learnt, name="Loods 4", square_metres=120)
        parties.record_address(
            work, case_id, learnt, street="Kade", number="1", addition="A", postcode="1000AA"
        )
        parties.record_account(work, case_id, learnt, number="NL20 BURO 0123 4567 89")
        listed = parties.list_parties(work, case_id)
    assert [row.label for row in listed] == [
        "De Kade B.V.",
        "Kade 1-A, 1000AA",
        "Loods 4",
        "NL20BURO0123456789",
    ]


def test_a_thing_is_named_by_its_number_and_found_again_by_it(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        phone = parties.record_thing(
            work, case_id, learnt, EntityKind.PHONE, number="+44 7700 900 123"
        )
        van = parties.record_thing(work, case_id, learnt, EntityKind.VEHICLE, name="witte bus")
        owner = person(work, case_id, learnt)
        ties.record_tie(work, case_id, TieKind.USES, owner.id, phone.id, learnt=learnt)
        seen = parties.read_party(work, case_id, phone.id)
        assert (van.label, van.identifiers) == ("witte bus", [])
    assert seen.label == "+447700900123"
    assert [(row.scheme, row.value) for row in seen.identifiers] == [("phone", "+447700900123")]
    with pytest.raises(Invalid, match="already"), work_of(actors.officer) as work:
        parties.record_thing(work, case_id, learnt, EntityKind.PHONE, number="0044 7700 900123")


def test_a_kvk_number_keeps_its_zeros(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        made = parties.record_company(work, case_id, learnt, name="De Kade", kvk="00000019")
        seen = parties.read_party(work, case_id, made.id)
    assert [(row.scheme, row.value) for row in seen.identifiers] == [("kvk", "00000019")]


def test_the_same_company_or_account_is_not_recorded_twice(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        parties.record_company(work, case_id, learnt, name="De Kade", kvk="69599084")
        parties.record_account(work, case_id, learnt, number="NL20BURO0123456789")
    with pytest.raises(Invalid, match="already"), work_of(actors.officer) as work:
        parties.record_company(work, case_id, learnt, name="Een ander", kvk="69599084")
    with pytest.raises(Invalid, match="already"), work_of(actors.officer) as work:
        parties.record_account(work, case_id, learnt, number="nl20 buro 0123456789")


def test_people_of_one_name_stay_apart(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        person(work, case_id, learnt)
        person(work, case_id, learnt)
        assert len(parties.list_parties(work, case_id, EntityKind.PERSON)) == 2


def test_a_bsn_is_sealed_and_shown_masked(work_of, actors, case_id, learnt, engine):
    with work_of(actors.officer) as work:
        found_id = person(work, case_id, learnt).id
        parties.add_identifier(work, case_id, found_id, "bsn", "999993653", learnt=learnt)
    with work_of(actors.officer) as work:
        seen = parties.read_party(work, case_id, found_id)
        row = work.session.scalars(select(Identifier)).one()
        assert row.sealed == "999993653"
    assert [each.value for each in seen.identifiers] == ["••••••653"]
    with engine.connect() as connection:
        stored = connection.execute(text("SELECT value, sealed FROM identifier")).one()
    assert "999993653" not in str(stored)


@pytest.mark.parametrize(
    ("scheme", "value"),
    [("bsn", "123456789"), ("kvk", "123"), ("rsin", "1"), ("vestiging", "x"), ("passport", "1")],
)
def test_a_wrong_number_is_refused_without_repeating_it(
    work_of, actors, case_id, learnt, scheme, value
):
    with work_of(actors.officer) as work:
        found_id = person(work, case_id, learnt).id
    with pytest.raises(Invalid) as refusal, work_of(actors.officer) as work:
        parties.add_identifier(work, case_id, found_id, scheme, value, learnt=learnt)
    assert "123456789" not in str(refusal.value)


def test_a_number_belongs_to_one_party(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        parties.record_company(work, case_id, learnt, name="De Kade", kvk="69599084")
        other = parties.record_company(work, case_id, learnt, name="De Kaap").id
    with pytest.raises(Invalid, match="already"), work_of(actors.officer) as work:
        parties.add_identifier(work, case_id, other, "kvk", "69599084", learnt=learnt)


def test_whoever_becomes_protected_keeps_the_key_by_which_a_later_file_finds_them(
    work_of, actors, case_id, learnt
):
    with work_of(actors.officer) as work:
        one = person(work, case_id, learnt)
        before = one.key
        two = person(work, case_id, learnt, protected=True)
        parties.change_party(work, case_id, one.id, one.version, {"protected": True})
        assert one.key == before != two.key


def test_an_edit_on_an_old_version_shows_the_difference(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        made = person(work, case_id, learnt)
        found_id, version = made.id, made.version
    with work_of(actors.officer) as work:
        parties.change_party(work, case_id, found_id, version, {"family_name": "Meer"})
        assert work.session.get(Person, found_id).label == "Jan van der Meer"
    with pytest.raises(Changed) as clash, work_of(actors.officer) as work:
        parties.change_party(work, case_id, found_id, version, {"family_name": "Plas"})
    assert clash.value.differences == [("family_name", "Plas", "Meer")]


def test_only_known_fields_can_be_changed(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        made = person(work, case_id, learnt)
        found_id, version = made.id, made.version
    for field in ("nationality", "key", "case_id"):
        with pytest.raises(Invalid), work_of(actors.officer) as work:
            parties.change_party(work, case_id, found_id, version, {field: "x"})


def test_an_account_that_gets_another_number_is_found_by_it(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        made = parties.record_account(work, case_id, learnt, number="1")
        parties.change_party(work, case_id, made.id, made.version, {"number": "2"})
        assert (made.key, made.label) == ("account:2", "2")


def test_a_role_is_dated_and_sourced(work_of, actors, case_id, source_id):
    since = Learnt(source_id, Credibility.CONFIRMED, "page 2", "2024", "")
    with work_of(actors.officer) as work:
        found_id = person(work, case_id, since).id
        parties.assign_role(work, case_id, found_id, "R03", learnt=since, direct=False)
        seen = parties.read_party(work, case_id, found_id)
        assert parties.list_parties(work, case_id)[0].roles == ("R03",)
    [role] = seen.roles
    assert (role.role, role.direct, role.origin.valid_from) == ("R03", False, "2024")
    assert role.origin.place == "page 2"
    with pytest.raises(Invalid, match="already"), work_of(actors.officer) as work:
        parties.assign_role(work, case_id, found_id, "R03", learnt=since)
    with pytest.raises(Invalid), work_of(actors.officer) as work:
        parties.assign_role(work, case_id, found_id, "R99", learnt=since)


def test_a_fact_needs_a_source_of_its_own_case(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        other = add_source(work, open_case(work, title="Another case"))
    for unknown in (other, uuid4()):
        with pytest.raises(NotFound), work_of(actors.officer) as work:
            person(work, case_id, Learnt(unknown))


def test_a_period_does_not_end_before_it_begins(work_of, actors, case_id, source_id):
    backward = Learnt(source_id, valid_from="2024-05", valid_to="2023")
    with pytest.raises(Invalid, match="ends before"), work_of(actors.officer) as work:
        person(work, case_id, backward)


def test_a_person_without_a_family_name_is_refused(work_of, actors, case_id, learnt):
    with pytest.raises(Invalid), work_of(actors.officer) as work:
        parties.record_person(work, case_id, learnt, given_names="Jan")


def test_a_reader_records_nothing(work_of, actors, case_id, learnt):
    with pytest.raises(AccessDenied), work_of(actors.second) as work:
        person(work, case_id, learnt)


def test_the_trail_says_that_and_not_who(work_of, actors, case_id, learnt, trail):
    with work_of(actors.officer) as work:
        found_id = person(work, case_id, learnt).id
    with work_of(actors.second) as work:
        parties.read_party(work, case_id, found_id)
    made, read = trail()[-2:]
    assert (made.kind, read.kind) == ("party.recorded", "party.read")
    assert "Zee" not in str(made.facts) + str(made.changes) + str(read.facts)


def test_a_party_shows_its_ties_from_both_sides(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        owner = person(work, case_id, learnt).id
        firm = parties.record_company(work, case_id, learnt, name="De Kade").id
        ties.record_tie(work, case_id, TieKind.OWNS, owner, firm, learnt=learnt, share="1/3")
        from_owner = parties.read_party(work, case_id, owner).ties
        from_firm = parties.read_party(work, case_id, firm).ties
    assert [(tie.outward, tie.other, tie.share) for tie in from_owner] == [(True, "De Kade", "1/3")]
    assert [(tie.outward, tie.other) for tie in from_firm] == [(False, "Jan van der Zee")]
