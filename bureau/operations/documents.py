"""Documents of a case: kept by their digest, typed by their bytes, read only with leave."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from uuid import UUID

from bureau.errors import Invalid, NotFound, OutOfOrder
from bureau.model import Case, Document, DocumentReader
from bureau.operations import _blobs, _brought_in
from bureau.operations._brought_in import OWN, Whose
from bureau.operations._checks import said
from bureau.operations._media import display_name, media_type
from bureau.operations._table_rights import lies_before
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import CaseKind
from bureau.work import Work

TITLE_LENGTH = 200
KIND_LENGTH = 10


@dataclass(frozen=True, slots=True)
class FileRead:
    """The bytes of a document and what a door needs to hand them out."""

    id: UUID
    title: str
    filename: str
    media_type: str
    sha256: str
    content: bytes
    restricted: bool


def add_document(
    work: Work,
    case_id: UUID,
    filename: str,
    content: bytes,
    *,
    title: str,
    kind: str,
    restricted: bool = False,
    readers: Mapping[UUID, str] | None = None,
    whose: Whose = OWN,
) -> Document:
    """Keep a file; a restricted one is known to whoever added it and to `readers` (art. 28)."""
    case = work.case(case_id, Permission.DOCUMENT_ADD)
    owner, category = _brought_in.admitted(work, case, whose)
    document = Document(
        case_id=case.id,
        title=said(title, "title", TITLE_LENGTH),
        kind=said(kind, "kind", KIND_LENGTH),
        **_kept(work, filename, content),
        restricted=restricted,
        category=category,
        owner=None if owner is case.organisation else owner,
        added_at=work.now,
        added_by_id=work.actor.id,
    )
    document.readers = _named(work, case, readers or {}) if restricted else []
    return _record(work, document)


def _kept(work: Work, filename: str, content: bytes) -> dict[str, Any]:
    return {
        "filename": display_name(filename),
        "media_type": media_type(content, filename),
        "size": len(content),
        "blob": _blobs.kept(work, content),
    }


def _named(work: Work, case: Case, readers: Mapping[UUID, str]) -> list[DocumentReader]:
    named = {**readers, work.actor.id: "added it"}
    return [_reader(case, user_id, why) for user_id, why in named.items()]


def share_document(
    work: Work, case_id: UUID, document_id: UUID, user_id: UUID, reason: str
) -> Document:
    """Name one more reader of a restricted document, with the reason."""
    case = work.case(case_id, Permission.DOCUMENT_ADD)
    document = work.within(Document, document_id, case)
    work.require(Permission.DOCUMENT_READ, document)
    if not document.restricted or any(row.user_id == user_id for row in document.readers):
        raise Invalid("This person may read the document already.", where={"field": "reader"})
    document.readers.append(_reader(case, user_id, reason))
    work.record(EventKind.DOCUMENT_SHARED, document, reader=user_id)
    return document


def read_document(
    work: Work, case_id: UUID, document_id: UUID, *, handed_out: bool = False
) -> FileRead:
    """The bytes of a document; raises OutOfOrder when they are no longer what was handed in.

    `handed_out` gives the file itself, to be kept outside the house. Who does not read the file of
    the case reads what lies on the own table, for as long as it does.
    """
    case = work.case(case_id, Permission.CASE_READ)
    document = work.within(Document, document_id, case)
    work.require(Permission.DOCUMENT_READ, document)
    _insist_shown(work, case, document)
    if _brought_in.shut(work, case, document):
        raise NotFound("There is nothing here that you may see.")
    content = bytes(document.blob.content)
    if sha256(content).hexdigest() != document.sha256:
        raise OutOfOrder(
            "A stored file no longer matches its digest.",
            where={"document": str(document.id)},
            hint="Restore the database from a backup and compare the files.",
        )
    kind = EventKind.DOCUMENT_EXPORTED if handed_out else EventKind.DOCUMENT_READ
    work.record(kind, document, size=document.size)
    return _file(document, content)


def _file(document: Document, content: bytes) -> FileRead:
    return FileRead(
        document.id,
        document.title,
        document.filename,
        document.media_type,
        document.sha256,
        content,
        document.restricted,
    )


def list_documents(work: Work, case_id: UUID) -> list[Document]:
    """The documents of a case that the actor may read; the others are not even counted."""
    case = work.case(case_id, Permission.NETWORK_READ)
    rows = work.visible(Permission.DOCUMENT_READ, Document).where(Document.case_id == case.id)
    known = work.session.scalars(rows.order_by(Document.added_at, Document.title))
    found = [row for row in known if not _brought_in.shut(work, case, row)]
    work.record(EventKind.CASE_READ, case, part="documents", shown=len(found))
    return found


def _insist_shown(work: Work, case: Case, document: Document) -> None:
    """Stop whoever reads neither the file of the case, nor this document by name or at a table."""
    named = case.kind is CaseKind.SCREENING and document.restricted
    if not (named or lies_before(work, document)):
        work.require(Permission.NETWORK_READ, case)


def _record(work: Work, document: Document) -> Document:
    work.session.add(document)
    work.record(
        EventKind.DOCUMENT_ADDED,
        document,
        document_kind=document.kind,
        media_type=document.media_type,
        size=document.size,
        restricted=document.restricted,
        readers=len(document.readers),
    )
    return document


def _reader(case: Case, user_id: UUID, reason: str) -> DocumentReader:
    if all(row.user_id != user_id for row in case.members):
        raise Invalid(
            "Only members of the case can be named as readers.",
            where={"field": "reader"},
            hint="First add the person to the case, with the reason.",
        )
    return DocumentReader(
        case_id=case.id, user_id=user_id, reason=said(reason, "reason for reading")
    )
