"""What the applicant must be told, and how far the file shows it."""

import pytest

from bureau.errors import AccessDenied
from bureau.operations import rights
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def sheet(road, day, login="officer"):
    with road.by(login, day) as work:
        return rights.read_rights(work, road.id)


def state(road, day, code):
    return [row for row in sheet(road, day).told if row.duty.code == code]


def test_a_duty_that_does_not_arise_yet_says_so(road):
    assert [row.state for row in state(road, "03-02", "DECISION")] == ["not_yet"]
    assert [row.state for row in state(road, "03-02", "RECEIVED")] == ["open"]


def test_what_the_file_records_as_told_counts_without_a_letter(road):
    road.to_decision()
    [form] = state(road, "03-31", "APPLIED")
    assert (form.state, form.on.isoformat()) == ("act", "2026-03-03")
    [intention] = state(road, "03-31", "INTENTION")
    assert intention.state == "act"
    assert intention.letter is None


def test_only_who_reads_letters_reads_this(road):
    with pytest.raises(AccessDenied):
        sheet(road, "03-02", "coordinator")
