"""The documents of a case that may go along as annexes, and those that were chosen, as values."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from bureau.errors import NotAllowed
from bureau.model import Document, Source
from bureau.operations import _brought_in
from bureau.policy import Permission
from reports.assembly.file import CaseFile
from reports.assembly.order import Order
from reports.assembly.sieve import GOES, NAMED, ORIGIN
from reports.values.annex import DRAWABLE, Annex
from reports.values.cover import Cover

FORM = "FORM"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that could go along; `rule` says why it does not, `sources` are its numbers."""

    document: Document
    rule: str
    sources: tuple[int, ...]

    @property
    def goes(self) -> bool:
        """Whether it may be chosen."""
        return self.rule == GOES


def candidates(file: CaseFile) -> tuple[Candidate, ...]:
    """Every document of the case that its author may read, with what keeps it out."""
    readable = file.work.visible(Permission.DOCUMENT_READ, Document)
    query = readable.where(Document.case_id == file.case.id)
    rows = file.work.session.scalars(query.order_by(Document.added_at, Document.title)).unique()
    return tuple(_candidate(file, row) for row in rows if not _shut(file, row))


def insist(file: CaseFile) -> None:
    """Raises NotAllowed for a document that may not go along, or is not among those of the case."""
    if not file.selection.annexes:
        return
    known = {one.document.id: one for one in candidates(file)}
    for chosen in file.selection.annexes:
        found = known.get(chosen)
        if found is None or not found.goes:
            raise NotAllowed(
                "“{title}” cannot go along as an annex.",
                where={"guard": "annex", "rule": found.rule if found else ""},
                hint="The list of documents says which rule keeps it back.",
                title=found.document.title if found else "?",
            )


def annexes(file: CaseFile, order: Order, cover: Cover) -> tuple[Annex, ...]:
    """The annexes in their order; raises NotAllowed for one with the stamp of another dossier."""
    insist(file)
    known = {one.document.id: one for one in candidates(file)} if order.annexes else {}
    made = []
    for number, one in enumerate(order.annexes, 1):
        found = known.get(one.document)
        if found is None or one.dossier_id != cover.dossier_id:
            raise NotAllowed(
                "An annex belongs to another version of this dossier.",
                where={"guard": "annex"},
                hint="Prepare the dossier again.",
            )
        source = found.document
        said = (number, source.title, found.sources, source.sha256)
        made.append(Annex(*said, sha256=one.sha256, pages=one.pages))
    return tuple(made)


def _candidate(file: CaseFile, row: Document) -> Candidate:
    sources = tuple(sorted(one.number for one in _of(file, row.id)))
    return Candidate(row, _rule(file, row), sources)


def _rule(file: CaseFile, row: Document) -> str:
    if row.restricted:
        return NAMED
    if row.owner_id is not None and row.owner_id != file.case.organisation_id:
        return ORIGIN
    held = [rule for one, rule in file.held_sources.values() if one.document_id == row.id]
    if held:
        return held[0]
    return GOES if row.media_type in DRAWABLE else FORM


def _of(file: CaseFile, document: UUID) -> Iterator[Source]:
    return (one for one in file.sources.values() if one.document_id == document)


def _shut(file: CaseFile, row: Document) -> bool:
    return _brought_in.shut(file.work, file.case, row)
