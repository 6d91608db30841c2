"""Where the facts of a case come from: without a source nothing is recorded."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import or_, select

from bureau.model import Case, Document, Organisation, Source
from bureau.operations import _brought_in
from bureau.operations import _sharing_sides as sides
from bureau.operations._brought_in import OWN, Whose
from bureau.operations._checks import past, said
from bureau.operations._facts import Learnt, next_number
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Reliability
from bureau.work import Work

__all__ = ["Learnt", "SourceView", "Whose", "add_source", "list_owners", "list_sources"]

TITLE_LENGTH = 300
KIND_LENGTH = 40
ORIGIN_LENGTH = 200


@dataclass(frozen=True, slots=True)
class SourceView:
    """One source as a reader of the case may see it, and of the document that holds it."""

    id: UUID
    number: int
    title: str
    kind: str
    origin: str
    obtained_on: date
    obtained_how: str
    basis: str
    reliability: Reliability
    category: str
    owner: str
    document_id: UUID | None
    recorded_at: datetime
    recorded_by: str


def add_source(
    work: Work,
    case_id: UUID,
    *,
    title: str,
    kind: str,
    origin: str,
    obtained_on: date | None,
    obtained_how: str,
    basis: str,
    reliability: Reliability,
    document_id: UUID | None = None,
    whose: Whose = OWN,
) -> Source:
    """Record where something was learnt; the body that holds it stays its owner (BGS 2.3).

    Of another organisation it comes into a partnership case only as the law lets it.
    """
    case = work.case(case_id, Permission.FACT_RECORD)
    owner, category = _brought_in.admitted(work, case, whose)
    source = _numbered(work, case, owner, category)
    source.title = said(title, "title", TITLE_LENGTH)
    source.kind = said(kind, "kind", KIND_LENGTH)
    source.origin = said(origin, "origin", ORIGIN_LENGTH)
    source.obtained_on = past(work, obtained_on, "obtained on", date.min)
    source.obtained_how = said(obtained_how, "how it was obtained")
    source.basis = said(basis, "legal basis")
    source.reliability = reliability
    return _record(work, _held_by(work, case, source, document_id))


def list_sources(work: Work, case_id: UUID) -> tuple[SourceView, ...]:
    """The sources of a case by number, without those that one's documents do not let one see."""
    case = work.case(case_id, Permission.NETWORK_READ)
    readable = work.visible(Permission.DOCUMENT_READ, Document).with_only_columns(Document.id)
    rows = select(Source).where(
        Source.case_id == case.id,
        or_(Source.document_id.is_(None), Source.document_id.in_(readable)),
    )
    known = work.session.scalars(rows.order_by(Source.number))
    found = tuple(_view(row) for row in known if not _brought_in.shut(work, case, row))
    work.record(EventKind.CASE_READ, case, part="sources", shown=len(found))
    return found


def list_owners(work: Work, case_id: UUID) -> tuple[tuple[str, str], ...]:
    """Whose data may be named, by code: the own organisation first, then those around the case."""
    case = work.case(case_id, Permission.NETWORK_READ)
    others = [row for row in sides.bodies(work.session, case) if row.id != case.organisation_id]
    work.record(EventKind.CASE_READ, case, part="owners", shown=len(others))
    return (("", case.organisation.name), *((row.code, row.name) for row in others))


def _held_by(work: Work, case: Case, source: Source, document_id: UUID | None) -> Source:
    if document_id is not None:
        source.document = _readable(work, case, document_id)
        _brought_in.insist_same(case, source.document, source.owner, source.category)
        source.sha256 = source.document.sha256
    return source


def _numbered(work: Work, case: Case, owner: Organisation, category: str) -> Source:
    number = next_number(work, case, Source)
    return Source(
        case_id=case.id,
        number=number,
        key=f"recorded:{number}",
        owner=owner,
        category=category,
        recorded_at=work.now,
        recorded_by_id=work.actor.id,
    )


def _record(work: Work, source: Source) -> Source:
    work.session.add(source)
    work.record(
        EventKind.SOURCE_ADDED,
        source,
        number=source.number,
        source_kind=source.kind,
        reliability=source.reliability,
    )
    return source


def _readable(work: Work, case: Case, document_id: UUID) -> Document:
    document = work.within(Document, document_id, case)
    work.require(Permission.DOCUMENT_READ, document)
    return document


def _view(source: Source) -> SourceView:
    return SourceView(
        id=source.id,
        number=source.number,
        title=source.title,
        kind=source.kind,
        origin=source.origin,
        obtained_on=source.obtained_on,
        obtained_how=source.obtained_how,
        basis=source.basis,
        reliability=source.reliability,
        category=source.category,
        owner=source.owner.name,
        document_id=source.document_id,
        recorded_at=source.recorded_at,
        recorded_by=source.recorded_by.name,
    )
