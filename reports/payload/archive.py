"""A card for the archive beside the pages: MDTO 1.0 of the Nationaal Archief, in XML.

How long the dossier is kept is for the archivist of the recipient to say, as is its appraisal: the
card says what is known at issue and no more.
"""

from datetime import UTC
from xml.etree.ElementTree import Element, SubElement, tostring

from bureau.formats.network import xml_text
from bureau.rules.vocabulary import Language
from reports.values.cover import Cover, Issuance

SPACE = "https://www.nationaalarchief.nl/mdto"
SCHEMA = f"{SPACE} {SPACE}/MDTO-XML1.0.1.xsd"
LEVELS = "Begrippenlijst Aggregatieniveaus MDTO"
APPRAISALS = "Begrippenlijst Waarderingen MDTO"
EVENTS = "Begrippenlijst EventTypeLijst MDTO"
LIMITS = "Begrippenlijst BeperkingGebruikTypeLijst MDTO"


def mdto_xml(cover: Cover, issuance: Issuance, title: str) -> bytes:
    """The card of the dossier as an object of information."""
    root = Element("MDTO", {"xmlns": SPACE})
    root.set("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
    root.set("xsi:schemaLocation", SCHEMA)
    card = SubElement(root, "informatieobject")
    _say(card, "identificatie", identificatieKenmerk=cover.dossier_id,
         identificatieBron=cover.organisation)  # fmt: skip
    SubElement(card, "naam").text = xml_text(f"{title} {cover.dossier_id}")
    _term(card, "aggregatieniveau", "Archiefstuk", LEVELS)
    SubElement(card, "omschrijving").text = xml_text(cover.purpose)
    SubElement(card, "taal").text = "nl" if cover.language is Language.NL else "en"
    event = SubElement(card, "event")
    _term(event, "eventType", "Verzending", EVENTS)
    SubElement(event, "eventTijd").text = issuance.issued_at.astimezone(UTC).isoformat(
        "T", "seconds"
    )
    _named(event, "eventVerantwoordelijkeActor", cover.organisation)
    _term(card, "waardering", "Nader te bepalen", APPRAISALS, "N")
    _named(card, "isOnderdeelVan", cover.case_reference)
    _named(card, "heeftRepresentatie", "dossier.pdf")
    _named(card, "archiefvormer", cover.organisation)
    limit = SubElement(card, "beperkingGebruik")
    _term(limit, "beperkingGebruikType", "Overig", LIMITS)
    SubElement(limit, "beperkingGebruikNadereBeschrijving").text = xml_text(cover.handling)
    content: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return content


def _say(card: Element, tag: str, **texts: str) -> None:
    group = SubElement(card, tag)
    for name, text in texts.items():
        SubElement(group, name).text = xml_text(text)


def _term(card: Element, tag: str, label: str, listed: str, code: str = "") -> None:
    group = SubElement(card, tag)
    SubElement(group, "begripLabel").text = label
    if code:
        SubElement(group, "begripCode").text = code
    _named(group, "begripBegrippenlijst", listed)


def _named(card: Element, tag: str, name: str) -> None:
    SubElement(SubElement(card, tag), "verwijzingNaam").text = xml_text(name)
