"""The recipient's room: what was issued to the own office, and what one says of it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotAllowed, NotFound
from bureau.model import CopyMessage, Dossier, DossierCopy, Event
from bureau.operations import _copies, _copy_notices
from bureau.operations._checks import one_of, said
from bureau.operations._copies import FEEDBACK, QUESTION, REPORTS, Copy
from bureau.policy import Permission
from bureau.rules import house_terms
from bureau.rules.events import EventKind
from bureau.rules.house_terms import HouseTerm
from bureau.trust import merkle, tree
from bureau.trust.leaf import leaf
from bureau.trust.trail import name
from bureau.work import Work

LONGEST = 4000
AHEAD = "sharing_ahead"
RECEIVE, REPORT, NOTICE = "receive", "report", "notice"


@dataclass(frozen=True, slots=True)
class RoomTask:
    """What the room asks of an office: to confirm a copy or a notice, or to say what came of it."""

    kind: str
    copy_id: UUID
    label: str
    giver: str
    due: date | None
    late: bool
    term: HouseTerm | None


@dataclass(frozen=True, slots=True)
class InTrail:
    """The line of the trail that says a copy was made, and whether the signed tree holds it."""

    line: int
    size: int
    digest: str
    included: bool


def list_received(work: Work) -> tuple[Copy, ...]:
    """The copies issued to the own office, newest first."""
    work.require(Permission.WORK_READ)
    rows = work.session.scalars(
        work.visible(Permission.RECEIVED_READ, DossierCopy).order_by(DossierCopy.made_at.desc())
    )
    found = _copies.copies(work, list(rows.unique()))
    work.record(EventKind.COPY_LISTED, f"organisation:{work.actor.organisation_id}")
    return found


def list_room_tasks(work: Work) -> tuple[RoomTask, ...]:
    """Copies and notices that nobody of the office confirmed, and feedback whose day comes near."""
    work.require(Permission.WORK_READ)
    term = house_terms.house_terms().row(_copies.FEEDBACK_TERM, work.today)
    near = work.today + timedelta(days=house_terms.house_terms().row(AHEAD, work.today).days)
    found = []
    rows = work.session.scalars(work.visible(Permission.RECEIVED_READ, DossierCopy)).unique().all()
    notices = _copy_notices.of_copies(work, [row.id for row in rows]) if rows else {}
    for row in rows:
        label, giver = _label(row), row.case.organisation.name
        for told in notices.get(row.id, ()):
            if told.received_at is None:
                kind = f"{NOTICE}_{told.kind.value}"
                found.append(RoomTask(kind, row.id, label, giver, None, False, None))
        if row.received_at is None:
            found.append(RoomTask(RECEIVE, row.id, label, giver, None, False, None))
        elif row.feedback_due_on <= near:
            due = row.feedback_due_on
            found.append(RoomTask(REPORT, row.id, label, giver, due, due < work.today, term))
    if found:
        work.record(EventKind.COPY_LISTED, f"organisation:{work.actor.organisation_id}")
    return tuple(found)


def read_received(work: Work, copy_id: UUID) -> Copy:
    """One copy that was issued to the own office, and the one by which a later version came."""
    row = _mine(work, copy_id, Permission.RECEIVED_READ)
    work.record(EventKind.COPY_READ, row)
    return replace(_copies.copies(work, [row])[0], later=_later(work, row))


def _later(work: Work, row: DossierCopy) -> UUID | None:
    """The newest copy of a later version in the same room that was not taken back."""
    kept = row.dossier
    query = (
        work.visible(Permission.RECEIVED_READ, DossierCopy)
        .join(Dossier, Dossier.id == DossierCopy.dossier_id)
        .where(Dossier.case_id == kept.case_id, Dossier.track == kept.track)
        .where(Dossier.number > kept.number, DossierCopy.organisation_id == row.organisation_id)
        .order_by(Dossier.number.desc(), DossierCopy.number)
    )
    found = _copies.copies(work, list(work.session.scalars(query).unique()))
    return next((one.id for one in found if not one.recall), None)


def take_copy(work: Work, copy_id: UUID) -> tuple[Copy, bytes]:
    """The marked paper, to take away; raises NotAllowed once it was taken back."""
    row = _mine(work, copy_id, Permission.RECEIVED_READ)
    _insist_not_recalled(work, row)
    work.record(EventKind.COPY_TAKEN, row, number=row.number, sha256=row.sha256)
    return _copies.copies(work, [row])[0], _copies.pages_of(row)


def take_package(
    work: Work, copy_id: UUID, part: str = "package"
) -> tuple[Copy, bytes | None, str]:
    """The sealed package of the first copy, and its seal; NotAllowed once it was taken back.

    `part` says what of it is taken away: all of it, or the letter alone.
    """
    row = _mine(work, copy_id, Permission.RECEIVED_READ)
    _insist_not_recalled(work, row)
    work.record(EventKind.COPY_TAKEN, row, part=part, number=row.number)
    kept = row.dossier.package if row.pdf is None else None
    return _copies.copies(work, [row])[0], kept, row.dossier.seal


def prove_copy(work: Work, copy_id: UUID) -> tuple[Copy, bytes, InTrail | None]:
    """The paper with the line of the trail about its making, held against the signed tree."""
    row = _mine(work, copy_id, Permission.RECEIVED_READ)
    found = _in_trail(work, row)
    work.record(EventKind.COPY_VERIFIED, row, line=found.line if found else 0)
    return _copies.copies(work, [row])[0], _copies.pages_of(row), found


def confirm_receipt(work: Work, copy_id: UUID, version: int) -> DossierCopy:
    """Say that the copy came; once, by name."""
    row = _mine(work, copy_id, Permission.RECEIVED_ANSWER)
    work.expect(row, version, {})
    if row.received_at is not None:
        raise NotAllowed(
            "The receipt was confirmed already.",
            where={"guard": "receipt"},
            hint="Open the page again to see by whom.",
        )
    row.received_by_id, row.received_at = work.actor.id, work.now
    work.record(EventKind.COPY_RECEIVED, row, number=row.number)
    return row


def ask_question(work: Work, copy_id: UUID, question: str) -> CopyMessage:
    """Ask whoever issued the dossier something; the answer stands beside it."""
    row = _mine(work, copy_id, Permission.RECEIVED_ANSWER)
    made = _said(work, row, QUESTION, said(question, "question", LONGEST))
    work.record(EventKind.COPY_ASKED, made, copy=str(row.id))
    return made


def report(
    work: Work, copy_id: UUID, kind: str, text: str, *, useful: bool | None = None
) -> CopyMessage:
    """Say what came of the dossier, or what it was used for (WGS 1.7(4)).

    The next feedback falls due a year after this one.
    """
    row = _mine(work, copy_id, Permission.RECEIVED_ANSWER)
    chosen = one_of(kind, "kind", REPORTS)
    made = _said(work, row, chosen, said(text, "feedback", LONGEST))
    if chosen == FEEDBACK:
        made.useful = useful
        row.feedback_due_on = house_terms.last_day(_copies.FEEDBACK_TERM, work.today)
    work.record(EventKind.COPY_REPORTED, made, copy=str(row.id))
    return made


def _said(work: Work, row: DossierCopy, kind: str, text: str) -> CopyMessage:
    made = CopyMessage(
        case_id=row.case_id,
        copy=row,
        kind=kind,
        says=text,
        by_id=work.actor.id,
        at=work.now,
    )
    work.session.add(made)
    return made


def _mine(work: Work, copy_id: UUID, permission: Permission) -> DossierCopy:
    row = work.session.get(DossierCopy, copy_id)
    if row is None:
        raise NotFound("There is nothing here that you may see.")
    work.require(permission, row)
    return row


def _insist_not_recalled(work: Work, row: DossierCopy) -> None:
    if any(told.recall for told in _copy_notices.of_copies(work, [row.id]).get(row.id, ())):
        raise NotAllowed(
            "This dossier was taken back: it is given out no longer.",
            where={"guard": "recalled", "basis": "AVG 5(1)(a), 17"},
            hint="The notice of recall on its page says why, and what is asked of you.",
        )


def _label(row: DossierCopy) -> str:
    return f"{row.case.reference} · {row.dossier.track[0].upper()}{row.dossier.number}"


def _in_trail(work: Work, row: DossierCopy) -> InTrail | None:
    query = select(Event).where(Event.subject == name(row), Event.kind == EventKind.COPY_MADE)
    line, last = work.session.scalar(query), tree.latest(work.session)
    if line is None or last is None or line.seq > last.size:
        return None
    proof = merkle.inclusion(tree.reader(work.session, last.size), line.seq - 1, last.size)
    held = merkle.included(leaf(line), line.seq - 1, last.size, proof, last.root)
    return InTrail(line.seq, last.size, str(line.facts.get("sha256", "")), held)
