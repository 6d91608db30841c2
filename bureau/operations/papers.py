"""What the chair lays on the table of an item: documents and parties, released seat by seat."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid, NotAllowed
from bureau.model import AgendaItem, Case, Document, Entity, Paper, PaperReader, Person, Seat
from bureau.operations._checks import one_of, said
from bureau.operations._held_items import NOT_RELEASED, insist_loose
from bureau.operations._seats import item_of, seat_of
from bureau.operations._table_rights import left_room, may_read
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.work import Work

OPEN = ("planned", "agenda_frozen", "in_session")
KINDS = ("document", "party")


@dataclass(frozen=True, slots=True)
class Offer:
    """Something of the case that could be laid on the table: what it is and what it is called."""

    kind: str
    id: UUID
    name: str


def list_offers(work: Work, case_id: UUID, item_id: UUID) -> tuple[Offer, ...]:
    """The documents and parties of the case that the chair may release, protected people never."""
    case = work.case(case_id, Permission.MEETING_RUN)
    item = item_of(work, case, item_id)
    documents = work.visible(Permission.DOCUMENT_READ, Document).where(Document.case_id == case.id)
    parties = select(Entity).where(Entity.case_id == case.id).order_by(Entity.label)
    found = [Offer("document", row.id, row.title) for row in work.session.scalars(documents)]
    found += [
        Offer("party", row.id, row.label)
        for row in work.session.scalars(parties)
        if not (item.without_persons or _protected(row))
    ]
    work.record(EventKind.ITEM_READ, item, offered=len(found))
    return tuple(found)


def release_paper(
    work: Work,
    case_id: UUID,
    item_id: UUID,
    kind: str,
    thing_id: UUID,
    basis: str,
    seats: Collection[UUID],
) -> Paper:
    """Lay a document or a party of the case on the table, for these seats and the chair only.

    Raises NotAllowed for a person at an item without persons, somebody protected, a restricted
    document that a seat is no named reader of (Wet Bibob 28), or what the victim track holds.
    """
    case = work.case(case_id, Permission.MEETING_RUN)
    item = _going(work, case, item_id)
    paper = Paper(case_id=case.id, basis=said(basis, "basis", 500), added_at=work.now)
    if one_of(kind, "kind", KINDS) == "document":
        paper.document = _document(work, case, thing_id)
    else:
        paper.entity = _party(work, case, item, thing_id)
    admitted = [row for row in item.seats if row.id in seats or row == seat_of(work, item)]
    paper.item = item
    paper.readers = [PaperReader(case_id=case.id, seat=seat) for seat in admitted]
    work.session.add(paper)
    work.session.flush()
    _insist_readers(admitted, paper)
    work.record(EventKind.PAPER_RELEASED, paper, of=kind, seats=len(admitted))
    return paper


def withdraw_paper(work: Work, case_id: UUID, paper_id: UUID) -> AgendaItem:
    """Take a paper off the table again; that it lay there stays in the trail."""
    case = work.case(case_id, Permission.MEETING_RUN)
    paper = work.within(Paper, paper_id, case)
    item = item_of(work, case, paper.item_id)
    _insist_open(item)
    work.record(EventKind.PAPER_WITHDRAWN, paper, seats=len(paper.readers))
    item.papers.remove(paper)
    work.session.delete(paper)
    return item


def _going(work: Work, case: Case, item_id: UUID) -> AgendaItem:
    """An item on whose table something may be laid now."""
    item = item_of(work, case, item_id)
    _insist_open(item)
    insist_loose(work, item, NOT_RELEASED)
    return item


def _document(work: Work, case: Case, thing_id: UUID) -> Document:
    document = work.within(Document, thing_id, case)
    work.require(Permission.DOCUMENT_READ, document)
    return document


def _party(work: Work, case: Case, item: AgendaItem, thing_id: UUID) -> Entity:
    entity = work.within(Entity, thing_id, case)
    if item.without_persons:
        raise NotAllowed(
            "This item is without persons: no party of the case lies on its table.",
            where={"field": "thing", "guard": "without persons", "basis": "WGS 2.19, 2.22"},
            hint="Release a document without personal data, or plan an item about persons.",
        )
    if _protected(entity):
        raise NotAllowed(
            "A protected person is never discussed by name.",
            where={"field": "thing", "guard": "victim by name", "basis": "EU 2011/36, 12"},
            hint="Say in the victim check that it was done; support goes its own way.",
        )
    return entity


def _protected(entity: Entity) -> bool:
    return isinstance(entity, Person) and entity.protected


def _insist_readers(seats: Iterable[Seat], paper: Paper) -> None:
    shut = [seat for seat in seats if not (may_read(seat, paper) or left_room(seat))]
    for seat in shut[:1]:
        raise NotAllowed(
            "{name} is no named reader of this restricted document.",
            where={"field": "seats", "guard": "reader", "basis": "Wet Bibob 28"},
            hint="Name this person as a reader of the document first, with the reason.",
            name=seat.user.name,
        )


def _insist_open(item: AgendaItem) -> None:
    if item.meeting.state not in OPEN:
        raise Invalid(
            "Papers are laid on the table until the session ends.",
            where={"state": item.meeting.state},
            hint="Release the paper at an item of a next meeting.",
        )
