"""The secretary's own notes of a meeting: read by nobody else, destroyed before it closes."""

from uuid import UUID

from bureau.errors import AccessDenied, NotAllowed
from bureau.model import Case, Meeting
from bureau.operations._checks import said
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.work import Work

OPEN = ("in_session", "minutes_draft", "minutes_approved")


def keep_notes(work: Work, case_id: UUID, meeting_id: UUID, text: str) -> Meeting:
    """What the secretary jots down for the minutes."""
    case = work.going(case_id, Permission.MEETING_READ)
    meeting = _of_secretary(work, case, meeting_id)
    if meeting.state not in OPEN:
        raise NotAllowed(
            "Notes are kept from the session until the minutes are approved.",
            where={"state": meeting.state},
            hint="What matters stands in the minutes.",
        )
    meeting.notes, meeting.notes_destroyed_at = said(text, "text"), None
    work.record(EventKind.NOTES_KEPT, meeting)
    return meeting


def destroy_notes(work: Work, case_id: UUID, meeting_id: UUID) -> Meeting:
    """Destroy the notes; when that was done stays."""
    case = work.case(case_id, Permission.MEETING_READ)
    meeting = _of_secretary(work, case, meeting_id)
    if meeting.notes:
        meeting.notes, meeting.notes_destroyed_at = None, work.now
    work.record(EventKind.NOTES_DESTROYED, meeting)
    return meeting


def _of_secretary(work: Work, case: Case, meeting_id: UUID) -> Meeting:
    meeting = work.within(Meeting, meeting_id, case)
    if meeting.secretary_id != work.actor.id:
        raise AccessDenied(Permission.MEETING_READ, "notes")
    return meeting
