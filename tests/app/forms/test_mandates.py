"""Forms of the mandate register."""

from app.forms.mandates import AnswerForm, EndForm, MandateForm
from tests.app.forms.filling import filled


def test_a_mandate_needs_organ_decree_and_first_day(app):
    with filled(app, MandateForm, {}) as form:
        assert set(form.errors) == {"organ", "decree", "from_on"}


def test_an_answer_and_an_end_need_their_parts(app):
    with filled(app, AnswerForm, {"version": "1"}) as form:
        assert set(form.errors) == {"answer", "own_password"}
    with filled(app, EndForm, {"version": "1"}) as form:
        assert set(form.errors) == {"until_on", "reason"}
