"""Spreadsheets of facts and the mappings that read them, for the tests of taking rows in."""

from bureau.operations import imports, row_mappings

PERSONS = {"family_name": "Naam", "given_names": "Voornaam", "born": "Geboren", "own": "Nr"}
COMPANIES = {"label": "Bedrijf", "kvk": "KVK", "registered_on": "Sinds"}
TIES = {"from": "Van", "to": "Naar", "kind": "Band", "share": "Deel", "own_numbers": "=Personen"}
DEPOSITS = {"account": "Rekening", "on": "Dag", "amount": "Bedrag", "place": "Plaats"}
MAPPINGS = {
    "Personen": ("person", PERSONS, {}),
    "Bedrijven": ("company", COMPANIES, {}),
    "Banden": ("tie", TIES, {"eigenaar": "owns"}),
    "Stortingen": ("deposit", DEPOSITS, {}),
    "Rekeningen": ("account", {"number": "Rekening"}, {}),
}
FILES = {
    "Personen": "Nr;Voornaam;Naam;Geboren\n1;Anna;Voorbeeld;7-5-1980\n2;Bram;Voorbeeld;1981\n",
    "Bedrijven": "Bedrijf;KVK;Sinds\nDe Kade B.V.;69599084;01-02-2020\n",
    "Banden": "Van;Naar;Band;Deel\n1;69599084;Eigenaar;50%\nBram Voorbeeld;69599084;owns;1/2\n",
    "Rekeningen": "Rekening\nNL00FICT0000000001\n",
    "Stortingen": "Rekening;Dag;Bedrag;Plaats\n"
    "NL00FICT0000000001;3-1-2026;1.250,00;Havermonde\n"
    "NL00FICT0000000001;3-1-2026;1.250,00;Havermonde\n",
}


def keep_mapping(work_of, actor, name, **columns):
    """Save a mapping of this module; a column may be changed or, with an empty text, left out."""
    makes, usual, words = MAPPINGS[name]
    with work_of(actor) as work:
        kept = {**usual, **columns}
        row = row_mappings.save_row_mapping(work, name, makes, kept, words, row_mappings.DAY_FIRST)
        return row.number


def take(work_of, actor, case_id, name, text="", **said):
    """Take a file of this module in, under the mapping of that name."""
    content = (text or FILES[name]).encode()
    told = {"source_title": f"Lijst {name}", "mapping": name, **said}
    with work_of(actor) as work:
        return imports.import_file(work, case_id, "entities-csv", "lijst.csv", content, **told)
