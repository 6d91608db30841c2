"""The forms of leads."""

from app.forms.leads import JudgeForm
from tests.app.forms.filling import filled


def test_a_judgement_needs_its_reason(app):
    with filled(app, JudgeForm, {"version": "1", "status": "refuted"}) as form:
        assert set(form.errors) == {"reason"}
