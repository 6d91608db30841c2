"""What the form of attendance says of one seat."""

from datetime import time
from uuid import UUID

import pytest

from app.forms.attendance import attendance, clock_time, record_id
from bureau.errors import Invalid


def test_a_seat_is_read_from_its_own_fields():
    form = {
        "attended-a": "yes",
        "declared-a": "no_interest",
        "came-a": "14:05",
        "remote-a": "yes",
        "identity-a": "known face",
        "attended-b": "yes",
    }
    found = attendance(form, "a")
    assert (found.attended, found.came_at, found.left_at) == (True, time(14, 5), None)
    assert (found.remote, found.identity) == (True, "known face")
    assert attendance(form, "c").attended is False


@pytest.mark.parametrize("text", ["half past", "25:00", "14.05.99"])
def test_what_is_no_time_is_refused(text):
    with pytest.raises(Invalid) as refusal:
        clock_time(text, "came_at")
    assert refusal.value.where["field"] == "came_at"


def test_what_is_no_record_is_refused():
    assert record_id("") is None
    assert record_id(str(UUID(int=1))) == UUID(int=1)
    with pytest.raises(Invalid):
        record_id("1 or 1=1")
