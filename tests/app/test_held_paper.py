"""What is held about a person, in words to read."""

from datetime import date

from flask_babel import force_locale

from app import held_paper
from app.held_words import TITLES
from bureau.operations.person_exports import HeldBack, PersonExport
from bureau.rules.schema import Texts
from bureau.rules.vocabulary import Language

EMPTY = {part: [] for part in TITLES}
LEARNT = {"source": "Aanvraagformulier", "from": "", "to": ""}
RULE = HeldBack("restricted", Texts("stuk met lezers", "document with readers"), "Wet Bibob 28", 1)
PARTY = {
    "name": "De Ankerplaats B.V.",
    "kind": "company",
    "facts": {"legal_form": "B.V."},
    "identifiers": [{"scheme": "kvk", "value": "12345678"}],
    "roles": [{"role": "R01", **LEARNT}],
    "learnt": LEARNT,
}


def export(**more):
    return PersonExport(
        reference="SCR-2026-VB2345",
        organisation="Gemeente Havermonde",
        authority="de burgemeester",
        made_on=date(2026, 3, 5),
        name="De Ankerplaats B.V.",
        content={**EMPTY, "party": PARTY, **more},
        held=(RULE,),
        withheld={"documents": (RULE,)},
    )


def part(made, title):
    return next(each for each in made.parts if each.title == title)


def test_codes_are_words_days_are_dates_and_what_is_withheld_has_its_article(app):
    indicator = {"indicator": "FIN-01", "signal": "signal_fired", "reason": "open"}
    indicator |= {"explanation": {"nl": "Uitleg.", "en": "Words."}}
    indicator |= {"inputs": [{"name": "gap", "value": "1000"}]}
    paid = {"on": "2026-01-05", "direction": "paid_out", "amount": "12.50 EUR"}
    paid |= {"account": "NL02", "other": "[…]", "reference": "", "source": ""}
    staff = {**PARTY, "facts": {"staff": "6", "registered_on": "2024-04-03"}}
    tie = {"kind": "directs", "outward": False, "other": "[…]", "share": "", **LEARNT}
    with app.app_context(), force_locale("nl"):
        made = held_paper.sheet(
            export(indicators=[indicator], payments=[paid], party=staff, ties=[tie]), Language.NL
        )
        documents = str(TITLES["documents"])
    assert {("werkzame personen", "6"), ("ingeschreven op", "3 april 2024")} < set(
        made.parts[0].facts
    )
    assert made.parts[1].records[0][0] == ("soort", "de andere partij is bestuurder van deze")
    [told] = part(made, "Indicatoren en wat ervan is gevonden").records
    assert ("indicator", "herkomst eigen vermogen onbekend") in told
    assert ("toelichting", "Uitleg.") in told
    assert ("reden", "open") in told
    assert part(made, "Betalingen").tables[0].rows[0][1] == "betaald"
    said = part(made, documents).text
    assert said[-1] == "Op grond van de wet niet vermeld: stuk met lezers (Wet Bibob 28)."
    assert made.content["withheld_by_part"]["documents"][0]["basis"] == "Wet Bibob 28"
