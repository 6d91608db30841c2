"""The originals that go along with a dossier: of its register, and naming nobody protected.

What is in the register of a dossier was let go for its recipient. An original holds more than what
was taken from it, so where somebody in the case is protected, only a file that can be read in full
and names none of them goes along; the register then shows which stayed behind, and not why.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import select

from bureau.model import Case, Person, Source
from bureau.work import Work
from reports.assembly.order import USUAL, Selection
from reports.dossier import Dossier, VictimDossier
from reports.readable import words
from reports.values.enclosure import Enclosure
from reports.values.redaction import plain

SHORTEST = 3
OTHER = ".bin"
SUFFIXES: Mapping[str, str] = {
    "application/pdf": ".pdf",
    "application/json": ".json",
    "application/xml": ".xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "text/csv": ".csv",
    "text/plain": ".txt",
}


@dataclass(frozen=True, slots=True)
class Original:
    """A kept file of the register, before anybody looked what is in it."""

    number: int
    media_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Originals:
    """The files that may go along, and what none of them may name."""

    files: tuple[Original, ...] = ()
    barred: frozenset[str] = field(default=frozenset(), repr=False)


NOTHING = Originals()


def originals(work: Work, case: Case, dossier: Dossier, selection: Selection = USUAL) -> Originals:
    """The kept files behind the register of `dossier`; the digest must be the one it prints.

    A file of which a part was taken out by hand stays behind, and so does one that may hold the
    words that were.
    """
    if isinstance(dossier, VictimDossier):
        return NOTHING
    register = {one.number: one.sha256 for one in dossier.evidence}
    query = select(Source).where(Source.case_id == case.id, Source.document_id.is_not(None))
    found = []
    parts = {one.document for one in selection.taken}
    for source in work.session.scalars(query.order_by(Source.number)):
        document = source.document
        if document is None or document.restricted or document.id in parts:
            continue
        if register.get(source.number) == document.sha256:
            found.append(Original(source.number, document.media_type, document.blob.content))
    barred = protected(work, case) | set(map(plain, selection.words)) if found else set()
    return Originals(tuple(found), frozenset(barred))


def enclosed(found: Originals) -> tuple[Enclosure, ...]:
    """Those that go along; takes a while and needs no database."""
    return tuple(
        Enclosure(one.number, SUFFIXES.get(one.media_type, OTHER), one.content)
        for one in found.files
        if not found.barred or _names_none(one, found.barred)
    )


def _names_none(one: Original, barred: frozenset[str]) -> bool:
    said = words(one.content, one.media_type)
    text = plain(said.text)
    return said.whole and not any(name in text for name in barred)


def protected(work: Work, case: Case) -> set[str]:
    """The names and numbers of those who are protected in the case."""
    people = select(Person).where(Person.case_id == case.id, Person.protected)
    said = {
        text
        for person in work.session.scalars(people)
        for text in (
            *(person.label, person.family_name or "", person.given_names or ""),
            *(one.value for one in person.identifiers),
        )
    }
    return {name for name in map(plain, said) if len(name) >= SHORTEST}
