"""An old value is found in the numbered items of a dossier that hold it, and in no other."""

from bureau.operations._sought import Sought
from bureau.rules.vocabulary import Language
from reports.locating import places

NL = Language.NL
CONTENT = {
    "schema": "bureau-dossier-1",
    "issuance": {"note": "120000"},
    "statements": [
        {"number": 1, "text": "De lening is € 120.000,00."},
        {"number": 2, "text": "Er is geen zekerheid."},
    ],
    "finances": {
        "note": "geen",
        "loans": [{"label": "Lening A", "amount": {"minor": 12000000, "currency": "EUR"}}],
    },
    "timeline": [],
}


def test_an_amount_is_found_in_words_and_in_values():
    found = places(CONTENT, Sought("120000.00", amount=True), Language.NL)
    assert found == ("Feiten en bevindingen, 1", "Financieel overzicht, Lening A")


def test_what_does_not_stand_there_is_not_found():
    assert places(CONTENT, Sought("zekerheden"), Language.NL) == ()
    assert places(CONTENT, Sought("zekerheid"), Language.EN) == ("Facts and findings, 2",)


def test_a_point_of_the_drawing_and_a_party_are_pointed_at_by_their_printed_name():
    node = {"key": "80c5e7d9-96cd-eded-ede8-3e3021e9371b", "label": "Jeroen"}
    found = places({"chart": [node], "entities": [{**node, "key": "E13"}]}, Sought("Jeroen"), NL)
    assert found == ("Relatieschema, Jeroen", "Personen en andere betrokkenen, Jeroen")
