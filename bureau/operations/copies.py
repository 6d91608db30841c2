"""Copies as the issuing side has them: to which body a dossier goes, what its recipients say."""

from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid, NotAllowed, NotFound
from bureau.model import Case, CopyMessage, CopyNotice, Dossier, DossierCopy, Organisation
from bureau.model.dossier import PREPARED
from bureau.operations import _approving, _copies
from bureau.operations._checks import said
from bureau.operations._copies import Copy
from bureau.operations._copy_notices import what_was_done
from bureau.operations._dossier_approvals import DOSSIER
from bureau.operations._houses import partnership
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.work import Work

__all__ = ["Copy"]

LONGEST = 4000
GONE = ("issued", "refused")


def list_addressees(work: Work, case_id: UUID, dossier_id: UUID) -> tuple[tuple[str, str], ...]:
    """The bodies of the house to which a dossier of the case may go, as code and name."""
    case = work.case(case_id, Permission.DOSSIER_PREPARE)
    work.within(Dossier, dossier_id, case)
    rows = work.session.scalars(select(Organisation).where(Organisation.house_id == _house(work)))
    work.record(EventKind.ORGANISATION_LISTED, case)
    bodies = ((row.code, row.name) for row in rows if row.id != case.organisation_id)
    return tuple(sorted(bodies, key=lambda body: body[1].casefold()))


def address_dossier(work: Work, case_id: UUID, dossier_id: UUID, code: str) -> Dossier:
    """Say to which body of the house a dossier goes, so that its people find it once issued.

    Without a code it is handed over by another way. Who approves sees where it goes: an approval
    is asked anew, and after it NotAllowed is raised.
    """
    case = work.case(case_id, Permission.DOSSIER_PREPARE)
    kept = work.within(Dossier, dossier_id, case)
    if kept.approved_at is not None or kept.state in GONE:
        raise NotAllowed(
            "To whom a dossier goes is said before it is approved.",
            where={"guard": "two people"},
            hint="Prepare it again for the other recipient.",
        )
    kept.to = _body(work, case, code) if code else None
    work.record(EventKind.DOSSIER_ADDRESSED, kept, organisation=code)
    if kept.state == PREPARED:
        _approving.ask_anew(work, DOSSIER, kept)
    return kept


def list_copies(work: Work, case_id: UUID, dossier_id: UUID) -> tuple[Copy, ...]:
    """The copies of one dossier with what their recipients said."""
    case = work.case(case_id, Permission.DOSSIER_READ)
    kept = work.within(Dossier, dossier_id, case)
    work.record(EventKind.COPY_LISTED, kept)
    return _copies.of_dossier(work, kept)


def answer_question(
    work: Work, case_id: UUID, message_id: UUID, version: int, answer: str
) -> CopyMessage:
    """Answer the question of a recipient; it is read in the room of the copy."""
    case = work.case(case_id, Permission.DOSSIER_ISSUE)
    row = work.within(CopyMessage, message_id, case)
    work.expect(row, version, {"answer": answer})
    if row.kind != _copies.QUESTION or row.answered_at is not None:
        raise NotAllowed(
            "This was answered already.",
            where={"guard": "question"},
            hint="Open the page of the dossier again.",
        )
    row.answer = said(answer, "answer", LONGEST)
    row.answered_by_id, row.answered_at = work.actor.id, work.now
    work.record(EventKind.COPY_ANSWERED, row, copy=str(row.copy_id))
    return row


def record_confirmation(
    work: Work,
    case_id: UUID,
    dossier_id: UUID,
    told_id: UUID,
    version: int,
    who: str,
    done: str = "",
) -> CopyNotice:
    """Record who confirmed a notice that went another way than through a room of the house.

    `done` is what the recipient says was done about it; a recall needs it.
    """
    case = work.case(case_id, Permission.DOSSIER_PREPARE)
    row = work.within(CopyNotice, told_id, case)
    if row.copy.dossier_id != dossier_id:
        raise NotFound("There is nothing here that you may see.")
    work.expect(row, version, {})
    if row.received_at is not None or row.copy.organisation_id is not None:
        raise NotAllowed(
            "This is confirmed already, or by the recipient in the own room.",
            where={"guard": "receipt"},
            hint="Open the page again to see by whom.",
        )
    row.done = what_was_done(row, done)
    row.received_name, row.received_at = said(who, "name", 200), work.now
    notice = row.notice
    work.record(EventKind.DOSSIER_NOTICE_CONFIRMED, row, notice=notice.kind, number=notice.number)
    return row


def list_traceable(work: Work) -> tuple[UUID, ...]:
    """The copies that the own house ever made, by id: what a found page is held against."""
    work.require(Permission.COPY_TRACE)
    query = select(DossierCopy.id).join(Case).where(Case.organisation_id == _house(work))
    work.record(EventKind.COPY_LISTED, "dossier_copy:*")
    return tuple(work.session.scalars(query))


def record_trace(
    work: Work, digest: str, outcome: str, found: tuple[UUID, ...]
) -> tuple[Copy, ...]:
    """Keep that a page was traced, with what came of it; the copies it points at."""
    work.require(Permission.COPY_TRACE)
    query = select(DossierCopy).join(Case).where(Case.organisation_id == _house(work))
    rows = {row.id: row for row in work.session.scalars(query.where(DossierCopy.id.in_(found)))}
    for row in rows.values():
        work.record(EventKind.COPY_TRACED, row, sha256=digest, outcome=outcome)
    if not rows:
        work.record(EventKind.COPY_TRACED, "dossier_copy:-", sha256=digest, outcome=outcome)
    return _copies.copies(work, [rows[each] for each in found if each in rows])


def _house(work: Work) -> UUID:
    return partnership(work)


def _body(work: Work, case: Case, code: str) -> Organisation:
    query = select(Organisation).where(
        Organisation.code == code, Organisation.house_id == _house(work)
    )
    found = work.session.scalar(query)
    if found is None or found.id == case.organisation_id:
        raise Invalid(
            "There is no organisation {code} to which a dossier of this house can go.",
            where={"field": "organisation"},
            hint="Choose one of the partner bodies of the house.",
            code=code[:40],
        )
    return found
