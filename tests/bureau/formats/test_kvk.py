import json

import pytest

from bureau.formats.kvk import read_kvk
from tests.bureau.formats.samples import given, listed, refusal

FOLDER = ("a-ownership", "kvk-test-api")
ADDRESS = {
    "type": "bezoekadres",
    "indAfgeschermd": "Nee",
    "volledigAdres": "Fictiekade 3 A              1234AB Havermonde",
    "straatnaam": "Fictiekade",
    "huisnummer": 3,
    "huisletter": "A",
    "huisnummerToevoeging": "2",
    "postcode": "1234 AB",
    "plaats": "Havermonde",
    "land": "Nederland",
}
BRANCH = {
    "vestigingsnummer": "000012345678",
    "kvkNummer": "01234567",
    "eersteHandelsnaam": "Fictie",
    "adressen": [ADDRESS],
}

# file: KVK number, RSIN, branch, name, trade names, addresses, activities, warnings
PROFILES = {
    "basisprofiel_response.json": (
        *("69599084", "", "000038509504", "Test EMZ Dagobert", 4, 1, 3, 0),
    ),
    "basisprofiel_response_vve.json": (
        *("90000749", "992340594", "", "Global Conron", 0, 1, 1, 1),
    ),
    "v1_basisprofielen_69599084__200.json": (
        *("69599084", "", "000038509504", "Test EMZ Dagobert", 8, 1, 3, 0),
    ),
    "v1_basisprofielen_90000749__200.json": (
        *("90000749", "992340597", "", "Global Conron", 0, 1, 1, 0),
    ),
    "v1_vestigingsprofielen_000037178598__200.json": (
        *("68750110", "857587973", "000037178598", "Test BV Donald", 1, 2, 1, 0),
    ),
    "v1_vestigingsprofielen_000038509504__200.json": (
        *("69599084", "", "000038509504", "Test EMZ Dagobert", 4, 1, 3, 0),
    ),
}
SEARCHES = {
    "v2_zoeken_kvkNummer_69599084__200.json": [
        ("69599084", "000038509520", "Test EMZ Nevenvestiging Govert", "nevenvestiging"),
        ("69599084", "000038509504", "Test EMZ Dagobert", "hoofdvestiging"),
    ],
    "v2_zoeken_rsin_992760562__200.json": [
        ("90001354", "990000541921", "Grand Joyflex B.V.", "hoofdvestiging")
    ],
    "v2_zoeken_vestigingsnummer_990000541921__200.json": [
        ("90001354", "990000541921", "Grand Joyflex B.V.", "hoofdvestiging")
    ],
}
NOTHING = "Er zijn geen gegevens gevonden die voldoen aan de opgegeven zoekparameters."
REFUSALS = {
    "v1_basisprofielen_12345678__404.json": (
        "IPD0005",
        "Op basis van het KVK-nummer 12345678 kan het product niet worden geleverd.",
    ),
    "v1_vestigingsprofielen_12345678__400.json": (
        "IPD0006",
        "Het vestigingsnummer 12345678 is niet valide.",
    ),
    "v2_zoeken_kvkNummer_12345678__404.json": ("IPD5200", NOTHING),
    "v2_zoeken_kvkNummer_90004333__404.json": ("IPD5200", NOTHING),
    "v2_zoeken_rsin_123456782__404.json": ("IPD5200", NOTHING),
    "v2_zoeken_vestigingsnummer_665544332211__404.json": ("IPD5200", NOTHING),
}


def answer(body):
    return json.dumps(body).encode()


@pytest.mark.parametrize("name", listed(*FOLDER))
def test_every_reference_file_is_accounted_for(name):
    assert name in {*PROFILES, *SEARCHES, *REFUSALS}


@pytest.mark.parametrize("name", PROFILES)
def test_the_reference_profiles_read_as_they_stand(name):
    read = read_kvk(given(*FOLDER, name))
    (found,) = read.companies
    assert (
        found.kvk,
        found.rsin,
        found.branch,
        found.name,
        len(found.trade_names),
        len(found.addresses),
        len(found.activities),
        len(read.warnings),
    ) == PROFILES[name]


@pytest.mark.parametrize("name", SEARCHES)
def test_the_reference_searches_read_as_they_stand(name):
    read = read_kvk(given(*FOLDER, name))
    assert [(c.kvk, c.branch, c.name, c.branch_kind) for c in read.companies] == SEARCHES[name]
    assert read.found == len(SEARCHES[name])
    assert read.request.startswith("https://api.kvk.nl/test/api/v2/zoeken?")


@pytest.mark.parametrize("name", REFUSALS)
def test_the_reference_refusals_keep_code_and_words(name):
    error = refusal(read_kvk, given(*FOLDER, name))
    code, words = REFUSALS[name]
    assert error.where == {"path": "body.fout[0]", "code": code}
    assert str(error) == f"The register answered that: {words} ({code})"


def test_the_reference_dates_forms_and_addresses():
    (found,) = read_kvk(given(*FOLDER, "v1_basisprofielen_69599084__200.json")).companies
    assert (found.registered_on, found.started_on) == ("2017-07-10", "2017-01-08")
    assert found.legal_form == "Eenmanszaak"
    assert found.addresses[0].full == "Abebe Bikilalaan 17 M 1034WL Amsterdam"
    assert found.addresses[0].house_number == "17M"
    assert [a.code for a in found.activities if a.main] == ["10110"]
    (donald,) = read_kvk(given(*FOLDER, "v1_vestigingsprofielen_000037178598__200.json")).companies
    assert (donald.addresses[0].street, donald.addresses[0].house_number) == ("Postbus", "200")


def test_leading_zeros_and_spaces_are_treated_rightly():
    (found,) = read_kvk(answer(BRANCH)).companies
    assert (found.kvk, found.branch) == ("01234567", "000012345678")
    assert found.addresses[0].full == "Fictiekade 3 A 1234AB Havermonde"
    assert found.addresses[0].house_number == "3A-2"
    assert found.addresses[0].postcode == "1234AB"


def test_a_shielded_address_is_not_taken_over():
    shielded = {**ADDRESS, "indAfgeschermd": "Ja"}
    (found,) = read_kvk(answer({**BRANCH, "adressen": [shielded]})).companies
    assert found.addresses[0].protected
    assert "Fictiekade" not in repr(found)


def test_an_address_abroad_is_read():
    abroad = {"straatHuisnummer": "Rue 1", "postcodeWoonplaats": "1000 Brussel", "land": "België"}
    result = {"kvkNummer": "01234567", "naam": "Fictie", "adres": {"buitenlandsAdres": abroad}}
    read = read_kvk(answer({"resultaten": [result], "totaal": 40}))
    (address,) = read.companies[0].addresses
    assert (address.street, address.place, address.country) == ("Rue 1", "1000 Brussel", "België")
    assert read.warnings[0].params == {"total": 40, "here": 1}


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"kvkNummer": 1234567}, "kvkNummer"),
        ({"kvkNummer": "1234567"}, "kvkNummer"),
        ({"kvkNummer": "1234567x"}, "kvkNummer"),
        ({"vestigingsnummer": "12345678"}, "vestigingsnummer"),
        ({"eersteHandelsnaam": None}, "eersteHandelsnaam"),
        ({"formeleRegistratiedatum": "20171399"}, "formeleRegistratiedatum"),
        ({"adressen": {}}, "adressen"),
        ({"adressen": ["x"]}, "adressen"),
        ({"materieleRegistratie": []}, "materieleRegistratie"),
        ({"totaalWerkzamePersonen": "veel"}, "totaalWerkzamePersonen"),
        ({"totaalWerkzamePersonen": 1.5}, "totaalWerkzamePersonen"),
    ],
)
def test_a_value_of_another_shape_is_refused_at_its_path(change, path):
    assert refusal(read_kvk, answer({**BRANCH, **change})).where["path"] == path


@pytest.mark.parametrize("body", [{}, {"hello": 1}, [], "x", {"_embedded": {}}])
def test_another_document_is_refused(body):
    refusal(read_kvk, answer(body))
