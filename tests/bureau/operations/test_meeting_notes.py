"""The secretary's notes: read by the secretary only, and gone before the meeting closes."""

import pytest

from bureau.errors import AccessDenied, NotAllowed
from bureau.model import Meeting
from bureau.operations import meeting_notes, meetings
from bureau.operations._meeting_record import recorded
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import Table

pytestmark = ON_SQLITE


@pytest.fixture
def table(work_of, actors):
    return Table(work_of, actors, "in_session")


def keep(table, login="police"):
    with table.by(login) as work:
        meeting_notes.keep_notes(work, table.case, table.meeting, "The mayor coughed.")


def test_nobody_but_the_secretary_reads_or_keeps_them(table):
    keep(table)
    for login, expected in (("police", "The mayor coughed."), ("coordinator", None), ("tax", None)):
        with table.by(login) as work:
            assert meetings.read_meeting(work, table.case, table.meeting).notes == expected
    with pytest.raises(AccessDenied):
        keep(table, "coordinator")


def test_a_meeting_closes_once_they_are_destroyed(table):
    keep(table)
    with table.by("police") as work:
        meeting = work.session.get_one(Meeting, table.meeting)
        assert "notes_destroyed" not in recorded(meeting)
        meeting_notes.destroy_notes(work, table.case, table.meeting)
        assert "notes_destroyed" in recorded(meeting)
        assert (meeting.notes, meeting.notes_destroyed_at) == (None, work.now)


def test_notes_belong_to_the_session_and_its_minutes(table):
    table.to("tracking")
    with pytest.raises(NotAllowed):
        keep(table)
