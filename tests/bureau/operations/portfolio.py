"""A spreadsheet of running cases and the mapping that reads it, for the tests of taking over."""

from bureau.operations import mappings, portfolios

COLUMNS = {
    "own_number": "Zaaknummer",
    "scope": "Soort",
    "authority": "=burgemeester",
    "applicant_name": "Aanvrager",
    "applicant_kind": "Type",
    "kvk": "KVK",
    "bsn": "BSN",
    "street": "Straat",
    "house_number": "Nr",
    "postcode": "Postcode",
    "city": "Plaats",
    "received_on": "Ontvangen",
    "form_sent_on": "Formulier uit",
    "form_returned_on": "Formulier terug",
    "supplement_asked_on": "Aanvulling gevraagd",
    "supplement_complete_on": "Aanvulling compleet",
    "advice_asked_on": "Advies gevraagd",
    "advice_received_on": "Advies ontvangen",
    "officer": "Behandelaar",
    "state": "Stand",
}
WORDS = {"Horeca": "SC02"}
EMPTY = dict.fromkeys((column for column in COLUMNS.values() if not column.startswith("=")), "")
CAFE = {
    **EMPTY,
    "Zaaknummer": "Z-1",
    "Soort": "Horeca",
    "Aanvrager": "De Kade B.V.",
    "KVK": "69599084",
    "Straat": "Kade",
    "Nr": "1",
    "Postcode": "1000AA",
    "Plaats": "Havermonde",
    "Ontvangen": "05-01-2026",
}
PERSON = {
    **EMPTY,
    "Zaaknummer": "Z-2",
    "Soort": "SC02",
    "Aanvrager": "Voorbeeld",
    "Type": "persoon",
    "BSN": "999990019",
    "Ontvangen": "12-01-2026",
    "Formulier uit": "14-1-2026",
    "Formulier terug": "26-1-2026",
    "Aanvulling gevraagd": "28-1-2026",
    "Aanvulling compleet": "11-2-2026",
}


def sheet(*rows):
    """The rows as a spreadsheet here writes them, with semicolons."""
    lines = [";".join(EMPTY), *(";".join(row[name] for name in EMPTY) for row in rows)]
    return "\r\n".join(lines).encode("utf-8-sig")


def keep_mapping(work_of, actor, name="Lopende zaken", **columns):
    """Save the mapping; a column may be changed or, with an empty text, left out."""
    with work_of(actor) as work:
        kept = {**COLUMNS, **columns}
        return mappings.save_mapping(work, name, kept, WORDS, mappings.DAY_FIRST).number


def take(work_of, actor, *rows, preview=False, content=None):
    """Take the rows over, or look what they would make."""
    with work_of(actor) as work:
        return portfolios.import_cases(
            work, "zaken.csv", content or sheet(*rows), "Lopende zaken", preview=preview
        )
