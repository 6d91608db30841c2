import json
from decimal import Decimal

import pytest

from bureau.formats.brk import read_brk
from bureau.rules.vocabulary import EntityKind
from tests.bureau.formats.samples import given, listed, refusal

FOLDER = ("b-real-estate", "brk-test-api")
START = "kadastraalonroerendezaken_"
EMPTY = (
    f"{START}postcode_1234AA_huisnummer_1__200.json",
    f"{START}postcode_1234AB_huisnummer_1__200.json",
    f"{START}postcode_1234AB_huisnummer_1_huisletter_A_huisnummertoevoeging_Add__200.json",
    f"{START}postcode_7361EW_huisnummer_21_huisletter_A_huisnummertoevoeging_B__200.json",
)
PARCEL = f"{START}postcode_7361EW_huisnummer_21__200.json"
RIGHTS = f"{START}76870482570000_zakelijkgerechtigden__200.json"
REFUSED = f"{START}dummy_zakelijkgerechtigden__404.json"


def right(number="1", kind="eigenaar", share=(1, 1), **changes):
    return {
        "identificatie": number,
        "type": kind,
        "tenaamstelling": {"aandeel": {"teller": share[0], "noemer": share[1]}},
        "persoon": {
            "identificatie": "7",
            "omschrijving": "Fictie",
            "type": "kadaster_natuurlijk_persoon",
        },
        **changes,
    }


def rights(*found):
    link = {"self": {"href": "/kadastraalonroerendezaken/11/zakelijkgerechtigden"}}
    return json.dumps({"_links": link, "_embedded": {"zakelijkGerechtigden": found}}).encode()


@pytest.mark.parametrize("name", listed(*FOLDER))
def test_every_reference_file_is_accounted_for(name):
    assert name in {*EMPTY, PARCEL, RIGHTS, REFUSED}


@pytest.mark.parametrize("name", EMPTY)
def test_an_address_without_property_is_an_answer(name):
    read = read_brk(given(*FOLDER, name))
    assert read.empty
    assert read.totals == {"companies": 0, "properties": 0, "rights": 0, "found": 0}


def test_the_reference_parcel_reads_as_it_stands():
    (found,) = read_brk(given(*FOLDER, PARCEL)).properties
    assert (found.number, found.kind) == ("76870482570000", "perceel")
    assert (found.designation, found.area_m2) == ("Beekbergen K 4825", Decimal(350))
    assert found.addresses[0].full == "Atalanta 21 7361EW Beekbergen"
    assert found.addresses[0].number_id == "0200200000003730"
    assert found.rights == ("20170719", "20170717", "20170718")
    assert found.mortgages == ("25381030",)


def test_the_reference_rights_read_as_they_stand():
    read = read_brk(given(*FOLDER, RIGHTS))
    assert [(r.number, r.kind, r.share, r.holder) for r in read.rights] == [
        ("20170719", "eigenaar", (1, 1), "Bankbedrijf"),
        ("20170717", "erfpachter", (1, 2), "Christiaan de Goede"),
        ("20170718", "erfpachter", (1, 2), "Linda Haglund"),
    ]
    assert [r.holder_kind for r in read.rights] == [
        EntityKind.COMPANY,
        EntityKind.PERSON,
        EntityKind.PERSON,
    ]
    assert {r.property for r in read.rights} == {"76870482570000"}
    lease = read.rights[1]
    assert (lease.canon_minor, lease.canon_currency) == (10000, "EUR")
    assert (lease.canon_kind, lease.canon_bought_off_until) == (
        "Afgekocht tot en met",
        "2028-09-30",
    )
    assert not read.warnings


def test_the_reference_refusal_keeps_its_own_words():
    error = refusal(read_brk, given(*FOLDER, REFUSED))
    assert str(error) == "The register answered that: Opgevraagde resource bestaat niet. (notFound)"


def test_a_single_property_with_its_rights_and_price_is_read():
    body = {
        "identificatie": "11",
        "kadastraleAanduiding": "Fictie A 1",
        "koopsom": {"koopsom": 250000, "koopjaar": 2020},
        "_embedded": {"zakelijkGerechtigden": [right()]},
    }
    read = read_brk(json.dumps(body).encode())
    assert (read.properties[0].price_minor, read.properties[0].price_year) == (25_000_000, 2020)
    assert read.rights[0].property == "11"


def test_a_single_right_without_its_property_is_told():
    read = read_brk(json.dumps(right()).encode())
    assert "does not say which property" in read.warnings[0].message


def test_shares_of_more_than_the_whole_are_told():
    read = read_brk(rights(right("1", share=(2, 3)), right("2", share=(1, 2))))
    assert read.warnings[0].params == {"kind": "eigenaar", "total": "7/6"}


def test_a_right_may_come_without_a_share():
    assert read_brk(rights(right(tenaamstelling=None))).rights[0].share is None


@pytest.mark.parametrize("share", [(0, 1), (1, 0), (3, 2), (-1, 2), (None, 2)])
def test_a_share_is_a_fraction_of_one(share):
    error = refusal(read_brk, rights(right(share=share)))
    assert error.where["path"].endswith("aandeel")


def test_an_unknown_kind_of_person_is_refused_not_guessed():
    error = refusal(read_brk, rights(right(persoon={"type": "robot"})))
    assert "robot" in str(error)


def test_a_number_that_came_as_number_is_refused():
    refusal(read_brk, rights(right(identificatie=20170719)))


@pytest.mark.parametrize("body", [{}, {"kvkNummer": "01234567"}, []])
def test_another_document_is_refused(body):
    refusal(read_brk, json.dumps(body).encode())
