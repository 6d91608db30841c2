"""The forms of a measure: what is weighed, and counts that cannot be less than none."""

from datetime import date

from app.forms.measures import HarmFormForm, proposal_form
from bureau.rules.worksheets import Sheet, questions


def test_the_three_steps_of_proportionality_are_asked_apart(app):
    with app.test_request_context():
        form = proposal_form(questions(Sheet.MEASURE, date(2026, 3, 2)))()
    names = {field.short_name for field in form}
    assert {"suitability", "necessity", "balance", "code", "barrier"} <= names


def test_a_count_is_a_whole_number_from_nought(app):
    told = {"month": "0", "minors": "-2", "source": "Wijkteam"}
    with app.test_request_context(method="POST", data=told):
        form = HarmFormForm()
        assert not form.validate()
        assert "minors" in form.errors
