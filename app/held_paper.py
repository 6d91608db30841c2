"""What is held about one person in words to read: the same parts on the page and on paper."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from flask_babel import force_locale, format_date, gettext

from app.held_text import Names, names, paid, record, text
from app.held_words import TITLES
from app.words import word
from bureau.operations.person_exports import HeldBack, PersonExport
from bureau.rules.vocabulary import Language
from reports.values.sheet import Part, Sheet, Table

PAYMENTS = ("on", "direction", "amount", "account", "other", "reference")


def sheet(export: PersonExport, language: Language) -> Sheet:
    """What is held about a person as a report in `language`; needs an application context."""
    with force_locale(str(language)):
        return Sheet(
            name=f"{export.reference}-inzage",
            language=language,
            sender=export.organisation,
            title=gettext("What is held about %(name)s", name=export.name),
            mark=gettext("Confidential: for the person concerned"),
            reference=export.reference,
            dated=export.made_on,
            about=(
                (gettext("Case"), export.reference),
                (gettext("Responsible"), export.authority),
                (gettext("Made on"), format_date(export.made_on, "d MMMM yyyy")),
                (gettext("Basis"), "AVG 15"),
            ),
            intro=(gettext("Names and numbers of others are taken out of the text: […]."),),
            parts=(*parts(export, language), _held(export, language), _rights()),
            content=export.plain(language),
        )


def parts(export: PersonExport, language: Language) -> tuple[Part, ...]:
    """Every part of the export in words, each with the rules that keep something out of it."""
    called = names(language)
    found = [_party(export, called, language)]
    for part, title in TITLES.items():
        rows = export.content[part]
        spelled = tuple(record(part, row, called, language) for row in rows)
        table = part == "payments" and rows
        found.append(
            Part(
                str(title),
                text=tuple(_said(rows, export.withheld.get(part, ()), language)),
                records=() if table else spelled,
                tables=(_payments(rows),) if table else (),
            )
        )
    return tuple(found)


def _said(rows: object, withheld: Collection[HeldBack], language: Language) -> Iterator[str]:
    if not rows and not withheld:
        yield gettext("Nothing is told here.")
    for row in withheld:
        name = row.name.in_(language)
        yield gettext("Withheld by law: %(what)s (%(basis)s).", what=name, basis=row.basis)


def _party(export: PersonExport, called: Names, language: Language) -> Part:
    party = export.content["party"]
    facts = [
        (str(word(f"field_{name}")), text("party", name, said, {}, language))
        for name, said in party["facts"].items()
    ]
    facts += [(str(word(row["scheme"])), row["value"]) for row in party["identifiers"]]
    source = party["learnt"]["source"] or gettext("not released")
    roles_ = tuple(record("party", row, called, language) for row in party["roles"])
    name = (str(word("held_name")), party["name"])
    return Part(gettext("Party"), facts=(name, *facts, (gettext("Source"), source)), records=roles_)


def _payments(rows: Iterable[Mapping[str, Any]]) -> Table:
    """The payments as one table: there may be thousands."""
    heads = tuple(str(word(f"held_{name}")) for name in PAYMENTS)
    lines = tuple(tuple(paid(name, row[name]) for name in PAYMENTS) for row in rows)
    return Table(gettext("Payments of own accounts"), heads, lines, frozenset({2}))


def _held(export: PersonExport, language: Language) -> Part:
    title = gettext("What is held back, by rule")
    if not export.held:
        return Part(title, text=(gettext("Nothing was held back."),))
    lines = tuple((row.name.in_(language), row.basis, str(row.count)) for row in export.held)
    heads = (gettext("Rule"), gettext("Legal basis"), gettext("How many"))
    return Part(title, tables=(Table(gettext("Held back"), heads, lines, frozenset({2})),))


def _rights() -> Part:
    rights = gettext(
        "You may ask for correction, erasure or restriction, object to the processing, and complain"
        " to the Autoriteit Persoonsgegevens (AVG 15(1)(e) and (f))."
    )
    return Part(gettext("Your rights"), text=(rights,))
