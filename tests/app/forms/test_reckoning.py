"""A form of a figure has only the fields that its kind needs."""

from datetime import date

import pytest

from app.forms.reckoning import FigureForm
from bureau.rules.figures import figure_kinds


@pytest.mark.parametrize(
    ("code", "there", "gone"),
    [
        ("seats", {"value"}, {"choice", "subject", "none_found"}),
        ("decides_self", {"choice", "subject", "none_found"}, {"value"}),
        ("control_clause", {"choice", "subject"}, {"value"}),
        ("bankruptcy", {"value", "subject", "none_found"}, {"choice"}),
    ],
)
def test_the_fields_follow_the_kind(app, code, there, gone):
    with app.test_request_context():
        form = FigureForm(formdata=None)
        form.shape(figure_kinds().row(code, date(2026, 11, 20)))
        names = {field.name for field in form}
    assert there <= names
    assert not gone & names
