"""Forms for what is watched and declared."""

from datetime import date

import pytest
from werkzeug.datastructures import MultiDict

from app.forms.watched import CircleForm


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2026-07-13 2026-07-31\n\n", [(date(2026, 7, 13), date(2026, 7, 31))]),
        ("next week", None),
        ("2026-07-13", None),
        ("2026-02-30 2026-03-01", None),
    ],
)
def test_leave_is_two_days_on_each_line(app, text, days):
    with app.test_request_context():
        form = CircleForm(MultiDict({"leave": text, "near": " A \n\nB"}), meta={"csrf": False})
        assert form.validate() is (days is not None)
        assert form.lines() == ["A", "B"]
        if days is not None:
            assert form.days() == days
