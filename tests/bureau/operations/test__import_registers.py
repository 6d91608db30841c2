"""Answers of registers: numbers kept whole, secrets sealed, shares exact, nothing overwritten."""

import json

import pytest
from sqlalchemy import select

from bureau.model import Company, Entity, Identifier, Person, Property, Tie
from bureau.operations import imports, parties
from bureau.rules.vocabulary import TieKind
from tests.bureau.operations.road import ON_SQLITE

PROFILE = {
    "kvkNummer": "00000019",
    "naam": "De Kade B.V.",
    "formeleRegistratiedatum": "20170710",
    "totaalWerkzamePersonen": 3,
    "handelsnamen": [{"naam": "De Kade B.V.", "volgorde": 0}, {"naam": "Kaap", "volgorde": 1}],
    "sbiActiviteiten": [
        {"sbiCode": "56101", "sbiOmschrijving": "Restaurants", "indHoofdactiviteit": "Ja"}
    ],
    "_embedded": {
        "hoofdvestiging": {
            "vestigingsnummer": "000000000019",
            "kvkNummer": "00000019",
            "eersteHandelsnaam": "De Kade B.V.",
            "adressen": [
                {
                    "type": "bezoekadres",
                    "indAfgeschermd": "Nee",
                    "volledigAdres": "Kade 1 1000AA Havermonde",
                    "straatnaam": "Kade",
                    "huisnummer": 1,
                    "postcode": "1000AA",
                    "plaats": "Havermonde",
                    "land": "Nederland",
                },
                {"type": "correspondentieadres", "indAfgeschermd": "Ja"},
            ],
        },
        "eigenaar": {"rechtsvorm": "BeslotenVennootschap"},
    },
}


def right(number, holder, kind="eigenaar", share=(1, 2), **more):
    return {
        "identificatie": number,
        "type": kind,
        "aanvangsdatum": "2018-10-11",
        "tenaamstelling": {
            "aandeel": {"teller": share[0], "noemer": share[1]},
            "stukIdentificaties": ["20160523001278"],
        },
        "persoon": holder,
        **more,
    }


CITIZEN = {
    "identificatie": "999993653",
    "omschrijving": "Jan Zee",
    "type": "ingeschreven_natuurlijk_persoon",
}
BANK = {
    "identificatie": "71291440",
    "omschrijving": "Bankbedrijf",
    "type": "kadaster_niet_natuurlijk_persoon",
}
LINK = "/kadastraalonroerendezaken/76870482570000/zakelijkgerechtigden"


def rights(*held):
    return {"_links": {"self": {"href": LINK}}, "_embedded": {"zakelijkGerechtigden": list(held)}}


def take(work, case_id, format_name, answer, **said):
    content = json.dumps(answer).encode()
    return imports.import_file(
        work, case_id, format_name, "a.json", content, source_title="Register", **said
    )


def test_a_company_comes_with_numbers_branch_and_address(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        told = take(work, case_id, "kvk", PROFILE)
        company = work.session.scalars(select(Company)).one()
        seen = parties.read_party(work, case_id, company.id)
    numbers = {(row.scheme, row.value) for row in seen.identifiers}
    assert numbers == {("kvk", "00000019"), ("vestiging", "000000000019")}
    assert (told.stored, seen.label) == (1, "De Kade B.V.")
    facts = dict(seen.facts)
    assert (facts["registered_on"], facts["staff"]) == ("2017-07-10", "3")
    assert (facts["activity"], facts["note"]) == ("56101 Restaurants", "Handelsnamen: Kaap")
    assert [tie.other for tie in seen.ties] == ["Kade 1, 1000AA Havermonde"]
    assert any("shields" in warning["message"] for warning in told.warnings)


def test_what_a_person_wrote_is_not_overwritten(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        parties.record_company(
            work, case_id, learnt, name="Onze naam", kvk="00000019", legal_form="Stichting"
        )
    for rehearsal in (True, False):
        with work_of(actors.officer) as work:
            told = take(work, case_id, "kvk", PROFILE, dry_run=rehearsal)
            assert any("legal_form" in warning["message"] for warning in told.warnings)
            assert told.stored == 1
    with work_of(actors.officer) as work:
        company = work.session.scalars(select(Company)).one()
        assert (company.label, company.legal_form) == ("Onze naam", "Stichting")
        assert company.staff == 3


def test_a_rehearsal_fills_nothing(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        parties.record_company(work, case_id, learnt, name="De Kade", kvk="00000019")
    with work_of(actors.officer) as work:
        take(work, case_id, "kvk", PROFILE, dry_run=True)
    with work_of(actors.officer) as work:
        assert work.session.scalars(select(Company)).one().staff is None
        assert len(parties.list_parties(work, case_id)) == 1


@ON_SQLITE
def test_a_citizen_who_is_protected_is_found_by_the_number(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        who = parties.record_person(work, case_id, learnt, family_name="Zee", protected=True).id
        number = CITIZEN["identificatie"]
        parties.add_identifier(work, case_id, who, "bsn", number, learnt=learnt)
        take(work, case_id, "brk", rights(right("1", CITIZEN)))
        assert work.session.scalars(select(Person)).one().id == who
        assert work.session.scalars(select(Tie)).one().from_id == who


def test_a_citizen_is_found_again_without_the_number_standing_anywhere(
    work_of, actors, case_id, trail
):
    with work_of(actors.officer) as work:
        take(work, case_id, "brk", rights(right("1", CITIZEN)))
        told = take(work, case_id, "brk", rights(right("2", CITIZEN, "erfpachter")))
        assert told.stored == 1
        person = work.session.scalars(select(Person)).one()
        number = work.session.scalars(select(Identifier).where(Identifier.scheme == "bsn")).one()
        assert (number.value, number.sealed) == ("••••••653", "999993653")
        assert "999993653" not in person.key + person.label + person.note
    assert not [event for event in trail() if "999993653" in str((event.facts, event.changes))]


def test_two_citizens_with_the_same_last_digits_stay_two(work_of, actors, case_id):
    other = {**CITIZEN, "identificatie": "999994653", "omschrijving": "Piet Meer"}
    with work_of(actors.officer) as work:
        take(work, case_id, "brk", rights(right("1", CITIZEN), right("2", other)))
        people = work.session.scalars(select(Person.label).order_by(Person.label)).all()
        sealed = work.session.scalars(select(Identifier).where(Identifier.scheme == "bsn")).all()
    assert people == ["Jan Zee", "Piet Meer"]
    assert len(sealed) == 2


def test_rights_are_ties_with_exact_shares_and_deeds(work_of, actors, case_id):
    canon = {
        "soortErfpachtCanon": {"code": "2", "waarde": "Afgekocht tot en met"},
        "jaarlijksBedrag": {"som": 100.5, "valuta": {"code": "EUR", "waarde": "Euro"}},
        "einddatumAfkoop": "2028-09-30",
    }
    lease = right("2", BANK, "erfpachter", (1, 3), erfpachtCanon=canon)
    with work_of(actors.officer) as work:
        take(work, case_id, "brk", rights(right("1", CITIZEN), lease))
        held = {tie.kind: tie for tie in work.session.scalars(select(Tie))}
        assert (held[TieKind.OWNS].share_numerator, held[TieKind.OWNS].share_denominator) == (1, 2)
        detail = held[TieKind.HOLDS_RIGHT].detail
        assert detail == "erfpachter, canon 100.50 EUR, afgekocht tot 2028-09-30"
        assert "20160523001278" in held[TieKind.OWNS].place_in_source
        assert str(held[TieKind.OWNS].valid_from) == "2018-10-11"


def test_a_withheld_name_is_not_kept(work_of, actors, case_id):
    secret = {**CITIZEN, "geheimhoudingPersoonsgegevens": True}
    with work_of(actors.officer) as work:
        take(work, case_id, "brk", rights(right("1", secret)))
        labels = work.session.scalars(select(Entity.label)).all()
    assert not any("Jan Zee" in label for label in labels)
    assert any("withheld" in label for label in labels)


def test_a_right_on_an_unknown_property_is_left_out_with_a_warning(work_of, actors, case_id):
    answer = rights(right("1", CITIZEN))
    answer["_links"]["self"]["href"] = "/elders"
    with work_of(actors.officer) as work:
        told = take(work, case_id, "brk", answer)
        assert told.stored == 0
        assert any("not stored" in warning["message"] for warning in told.warnings)
        assert parties.list_parties(work, case_id) == ()


@pytest.mark.parametrize(
    ("digits", "scheme"), [("992760562", "rsin"), ("69599084", "kvk")], ids=["rsin", "kvk"]
)
def test_a_company_is_known_by_its_own_number(work_of, actors, case_id, digits, scheme):
    firm = {
        "identificatie": digits,
        "omschrijving": "De Kade B.V.",
        "type": "ingeschreven_niet_natuurlijk_persoon",
    }
    with work_of(actors.officer) as work:
        take(work, case_id, "brk", rights(right("1", firm)))
        numbers = work.session.scalars(select(Identifier).where(Identifier.scheme == scheme))
        assert [row.value for row in numbers] == [digits]


def test_a_property_learnt_from_its_right_gets_its_designation_later(work_of, actors, case_id):
    estate = {
        "identificatie": "76870482570000",
        "type": "perceel",
        "kadastraleAanduiding": "Havermonde K 4825",
        "kadastraleGrootte": {"waarde": 350},
        "koopsom": {"koopsom": 250000, "koopjaar": 2018},
        "hypotheekIdentificaties": ["25381030"],
        "adressen": [{"straat": "Kade", "huisnummer": 1, "postcode": "1000AA"}],
    }
    answer = {"_embedded": {"kadastraalOnroerendeZaken": [estate]}, "_links": {}}
    with work_of(actors.officer) as work:
        take(work, case_id, "brk", rights(right("1", CITIZEN)))
        assert take(work, case_id, "brk", answer).stored == 1
        loods = work.session.scalars(select(Property)).one()
        assert (loods.label, loods.square_metres) == ("Havermonde K 4825", 350)
        assert "Koopsom EUR 250000.00 in 2018" in loods.note
        assert "25381030" in loods.note
