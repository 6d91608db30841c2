"""Issuing a dossier: composed by one person, approved by another, printed once, never changed.

Approval binds to the digest of exactly what was composed; when the facts have changed since, the
dossier is prepared again. Printing happens between two pieces of work: nobody waits (see `desk`).
"""

from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotAllowed
from bureau.model import Advice, Case, Document
from bureau.model import Dossier as Kept
from bureau.model.base import new_id
from bureau.model.dossier import APPROVED, DRAFTED, PREPARED
from bureau.operations import _approving, _copies, _correcting
from bureau.policy import Permission
from bureau.rules.dates import civil_date
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import CaseKind, Language, Track
from bureau.work import Work
from reports import enclosing, kept_annexes, proof
from reports.assemble import assemble
from reports.assembly.order import USUAL, Order, Remade, Selection
from reports.assembly.order import selection as selection_of
from reports.outgoing import (
    Draft,
    Printed,
    filled,
    insist,
    insist_read,
    insist_same,
    issuance,
    issued,
    kind_of,
    last_pieces,
    next_number,
    opened,
    shown,
    use_approval,
    with_pieces,
    written_by,
)
from reports.succession import before, replaced

CASE_TRACKS = (Track.CRIMINAL, Track.ADMINISTRATIVE)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The dossiers of a case, and whether the reader may make another.

    `corrected` are those issued of which the recipient is to be told that a fact was wrong.
    """

    case: Case
    dossiers: tuple[Kept, ...]
    may_prepare: bool
    corrected: frozenset[UUID]


@dataclass(frozen=True, slots=True)
class Opened:
    """One dossier, and what the reader may do with it."""

    dossier: Kept
    may_approve: bool
    may_issue: bool
    may_send: bool
    annexes: tuple[Remade, ...]


def compose_dossier(
    work: Work,
    case_id: UUID,
    track: Track,
    recipient: str,
    basis: str,
    language: Language,
    selection: Selection = USUAL,
    annexes: tuple[Remade, ...] = (),
) -> Draft:
    """What the dossier would say for the reader that was chosen, with the number it would have."""
    case = work.case(case_id, Permission.DOSSIER_PREPARE)
    if track not in CASE_TRACKS or case.kind is not CaseKind.SCREENING:
        raise NotAllowed(
            "A case gives a criminal-justice or an administrative dossier.",
            where={"track": track},
            hint="A victim-focused dossier is made from the support file, by its helpers.",
        )
    number, to = next_number(work, case, track), filled(recipient, "recipient")
    order = Order(
        *(number, to, filled(basis, "basis"), language),
        prepared_at=work.now,
        selection=selection,
        annexes=annexes,
        replaces=replaced(work, case, track, number, selection.reader, language, to),
    )
    made = assemble(work, case, track, order)
    told = {"number": number, "reader": selection.reader, "left_out": len(selection.left_out)}
    work.record(EventKind.DOSSIER_COMPOSED, case, track=track, **told)
    return Draft(made, order, pieces=last_pieces(work, case.id, track))


def insist_complete(
    work: Work, case_id: UUID, track: Track, language: Language, selection: Selection = USUAL
) -> None:
    """Raises NotAllowed, with the remedy, while this dossier could not be composed."""
    case = work.case(case_id, Permission.DOSSIER_PREPARE)
    order = Order(1, "-", "-", language, work.now, selection=selection)
    assemble(work, case, track, order)
    work.record(EventKind.CASE_READ, case, part="dossier", track=track)


def keep_draft(
    work: Work, case_id: UUID, draft: Draft, printed: Printed, *, sent: bool = True
) -> Kept:
    """Keep a composed dossier for somebody else to approve, or to look at before it is sent."""
    case = work.case(case_id, Permission.DOSSIER_PREPARE)
    kept = Kept(case_id=case.id, track=draft.dossier.track, **shown(work, draft, printed))
    kept.state = PREPARED if sent else DRAFTED
    kept.selection = draft.order.selection.plain()
    with_pieces(work, kept, printed)
    kept.annexes = kept_annexes.kept(draft.order.annexes)
    work.session.add(kept)
    work.record(EventKind.DOSSIER_PREPARED, kept, sha256=kept.content_sha256)
    if sent:
        _approving.ask(work, kind_of(kept), kept)
    return kept


def _within(work: Work, case: Case, dossier_id: UUID) -> Kept:
    """A dossier of the case; one that tells of an advice is there for its named readers only."""
    kept = work.within(Kept, dossier_id, case)
    for document in _told_of(work, kept):
        work.require(Permission.DOCUMENT_READ, document)
    return kept


def _told_of(work: Work, kept: Kept) -> list[Document]:
    """The documents of the advices that a dossier tells of."""
    if kept.track is not Track.ADMINISTRATIVE:
        return []
    day = civil_date(kept.asked_at)
    rows = select(Advice).where(Advice.case_id == kept.case_id, Advice.received_on <= day)
    found = (advice.document for advice in work.session.scalars(rows))
    return [document for document in found if document is not None]


def _open_to(work: Work, kept: Kept) -> bool:
    return all(work.may(Permission.DOCUMENT_READ, each) for each in _told_of(work, kept))


def approve_dossier(work: Work, case_id: UUID, dossier_id: UUID, digest: str) -> Kept:
    """Approve exactly the content with this digest; never one's own."""
    case = work.case(case_id, Permission.DOSSIER_APPROVE)
    kept = _within(work, case, dossier_id)
    insist_read(kept, digest)
    _approving.agree(work, kind_of(kept), kept)
    return kept


def refuse_dossier(work: Work, case_id: UUID, dossier_id: UUID, reason: str) -> Kept:
    """Send a composed dossier back, with the reason."""
    case = work.case(case_id, Permission.DOSSIER_APPROVE)
    kept = _within(work, case, dossier_id)
    insist(kept, PREPARED)
    _approving.refuse(work, kind_of(kept), kept, filled(reason, "reason"))
    return kept


def compose_issue(work: Work, case_id: UUID, dossier_id: UUID) -> Draft:
    """The approved dossier with its issuance; raises NotAllowed when the facts changed since."""
    case = work.case(case_id, Permission.DOSSIER_ISSUE)
    kept = _within(work, case, dossier_id)
    insist(kept, APPROVED)
    order = Order(
        number=kept.number,
        recipient=kept.recipient,
        basis=kept.basis,
        language=kept.language,
        prepared_at=kept.asked_at,
        selection=selection_of(kept.selection),
        annexes=kept_annexes.opened(kept.annexes),
        replaces=before(work, kept),
    )
    author = written_by(work, kept)
    insist_same(kept, assemble(author, case, kept.track, order))
    order = replace(order, issuance=issuance(work, kept), mark=new_id(), original=kept.pdf_sha256)
    made = assemble(author, case, kept.track, order)
    work.record(EventKind.DOSSIER_COMPOSED, kept, sha256=kept.content_sha256)
    pieces = last_pieces(work, case.id, kept.track)
    return Draft(made, order, enclosing.originals(work, case, made, order.selection), pieces)


def issue_dossier(work: Work, case_id: UUID, dossier_id: UUID, printed: Printed) -> Kept:
    """Keep the printed dossier: from now on it is out, and exactly these bytes are it."""
    case = work.case(case_id, Permission.DOSSIER_ISSUE)
    kept = _within(work, case, dossier_id)
    use_approval(work, kept)
    _copies.keep_first(work, kept, printed.mark or new_id(), printed.sha256)
    issued(work, kept, printed)
    with_pieces(work, kept, printed)
    told = {"sha256": kept.pdf_sha256, "seal": kept.seal, "letter": kept.letter_sha256}
    work.record(EventKind.DOSSIER_ISSUED, kept, track=kept.track, **told)
    proof.commit(work, printed)
    return kept


def list_dossiers(work: Work, case_id: UUID) -> Shelf:
    """The dossiers of a case that one may open, newest first."""
    case = work.case(case_id, Permission.DOSSIER_READ)
    query = select(Kept).where(Kept.case_id == case.id).order_by(Kept.asked_at.desc(), Kept.track)
    work.record(EventKind.WORK_LISTED, case, what="dossiers")
    found = tuple(row for row in work.session.scalars(query) if _open_to(work, row))
    corrected = _correcting.unsent_notices(work.session, case)
    return Shelf(case, found, work.may(Permission.DOSSIER_PREPARE, case), corrected)


def open_dossier(work: Work, case_id: UUID, dossier_id: UUID) -> Opened:
    """One dossier with what may be done with it now; the look is recorded."""
    case = work.case(case_id, Permission.DOSSIER_READ)
    kept = _within(work, case, dossier_id)
    other = kept.asked_by_id != work.actor.id
    work.record(EventKind.DOSSIER_READ, kept, state=kept.state)
    may_approve = other and work.may(Permission.DOSSIER_APPROVE, case)
    may_send = not other and work.may(Permission.DOSSIER_PREPARE, case)
    annexes = kept_annexes.opened(kept.annexes)
    return Opened(kept, may_approve, work.may(Permission.DOSSIER_ISSUE, case), may_send, annexes)


def read_dossier(
    work: Work, case_id: UUID, dossier_id: UUID, *, whole: bool = True, handed_out: bool = False
) -> Kept:
    """One dossier with its pages, `handed_out` as PDF. Not `whole`: the picture of page 1 only."""
    kept = _within(work, work.case(case_id, Permission.DOSSIER_READ), dossier_id)
    if whole:
        opened(work, kept)
    kind = EventKind.DOSSIER_EXPORTED if handed_out else EventKind.DOSSIER_READ
    work.record(kind, kept, state=kept.state)
    return kept


def read_package(work: Work, case_id: UUID, dossier_id: UUID) -> tuple[Kept, bytes]:
    """The sealed package of an issued dossier, with its proof; that it left is recorded."""
    kept = _within(work, work.case(case_id, Permission.DOSSIER_READ), dossier_id)
    made = proof.handed_over(work, kept.package, kept.seal)
    work.record(EventKind.DOSSIER_EXPORTED, kept, part="package", state=kept.state)
    return kept, made
