"""The dated remarks of a case, for whoever reads along."""

from uuid import UUID

from sqlalchemy import select

from bureau.model import Note
from bureau.operations._checks import said
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.work import Work


def list_notes(work: Work, case_id: UUID) -> list[Note]:
    """The notes of a case, newest first."""
    case = work.case(case_id, Permission.CASE_READ)
    query = select(Note).where(Note.case_id == case.id)
    found = list(work.session.scalars(query.order_by(Note.at.desc(), Note.id)))
    work.record(EventKind.CASE_READ, case, part="notes", shown=len(found))
    return found


def add_note(work: Work, case_id: UUID, text: str) -> Note:
    """A dated remark in the case."""
    case = work.case(case_id, Permission.CASE_EDIT)
    note = Note(case_id=case.id, text=said(text, "text"), by_id=work.actor.id, at=work.now)
    work.session.add(note)
    work.record(EventKind.NOTE_ADDED, note)
    return note
