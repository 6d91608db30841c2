"""In the story the decision was agreed to by a second person before it was made known."""

from app.demo.intake import STORY
from bureau.operations import approvals, trails
from bureau.rules.events import EventKind


def test_the_second_reader_opened_and_agreed_to_the_decision(city):
    with city.work("second") as work:
        assert [row.code for row in approvals.list_waiting(work).lines] == []
    with city.work("auditor") as work:
        lines = trails.read_trail(work, 1, EventKind.APPROVAL_USED, f"case:{city.id(STORY)}").events
    assert lines
