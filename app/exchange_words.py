"""What each format of files in and out is for, in the words of the pages that offer them."""

from flask_babel import lazy_gettext

FORMAT_HELP = {
    "camt053": lazy_gettext(
        "Statements as banks give them, one file or a zip: accounts, balances and every payment."
    ),
    "entities-csv": lazy_gettext(
        "An own list, as CSV or an Excel workbook, read by a saved mapping: each row a party, a tie"
        " or a record."
    ),
    "mt940": lazy_gettext("Older bank statements, as text."),
    "payments-csv": lazy_gettext(
        "A table with id, date, amount, currency, from_account and to_account; what leaves Bureau "
        "as payments can be taken in again."
    ),
    "network-csv": lazy_gettext(
        "A table with source and target, and perhaps weight, kind and date."
    ),
    "kvk": lazy_gettext(
        "The register's answer as it came: companies, branches, addresses and activities."
    ),
    "brk": lazy_gettext(
        "The register's answer as it came: parcels, who has which right, and deeds."
    ),
    "brp-csv": lazy_gettext(
        "Columns named by LO-GBA element (01.01.20 and on): persons, birth dates as far as known, "
        "addresses then and now, and family. Whoever asked the register for secrecy becomes a "
        "protected person, without an address. Nationality and birthplace are not read."
    ),
    "bag": lazy_gettext(
        "XML files of an extract, best together in one zip so that streets and towns are known: "
        "what each place is used for, its square metres and since when."
    ),
    "bods": lazy_gettext(
        "Statements of version 0.4, as a list or one on each line: who owns or controls what, "
        "with exact shares or ranges. Parties that the source does not name stay unnamed and are "
        "never matched. Single records of the British PSC register and of the LEI register too."
    ),
    "ftm": lazy_gettext(
        "One entity on each line: people, companies, real estate, accounts, payments and ties. "
        "What Bureau has no place for is counted in the warnings, kind by kind."
    ),
}
EXPORT_HELP = {
    "graphml": lazy_gettext("Programs for graphs such as yEd, Gephi and NetworkX."),
    "gexf": lazy_gettext("Gephi, with the places of the picture."),
    "anx": lazy_gettext("i2 Analyst's Notebook, as the police use it."),
    "ftm": lazy_gettext(
        "Aleph and other FollowTheMoney programs, with every payment by itself; another house "
        "that runs Bureau can take it in. Citizen service numbers and notes are left out."
    ),
    "json": lazy_gettext("Programs of your own: nodes and links."),
    "svg": lazy_gettext("Paper and reports: the picture as it is drawn."),
}
WORDS = {
    "export_graphml": lazy_gettext("GraphML"),
    "export_gexf": lazy_gettext("GEXF"),
    "export_anx": lazy_gettext("i2 chart (anx)"),
    "export_ftm": lazy_gettext("FollowTheMoney (JSON lines)"),
    "export_json": lazy_gettext("JSON"),
    "export_svg": lazy_gettext("Drawing (SVG)"),
    "total_parties": lazy_gettext("Parties"),
    "total_ties": lazy_gettext("Ties"),
    "total_payments": lazy_gettext("Payments"),
    "total_sums": lazy_gettext("Sums"),
    "total_statements": lazy_gettext("Statements"),
    "total_nodes": lazy_gettext("Names"),
    "total_edges": lazy_gettext("Ties"),
    "total_companies": lazy_gettext("Companies"),
    "total_properties": lazy_gettext("Real estate"),
    "total_rights": lazy_gettext("Rights"),
    "total_found": lazy_gettext("Found by the register"),
}
