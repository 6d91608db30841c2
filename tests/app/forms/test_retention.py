"""Forms for destruction."""

from app.forms.retention import ExecuteForm, SettleForm
from tests.app.forms.filling import filled


def test_an_answer_needs_a_reason_and_the_password(app):
    with filled(app, SettleForm, {"version": "1"}) as form:
        assert set(form.errors) == {"answer", "reason", "own_password"}
    with filled(app, ExecuteForm, {"version": "1"}) as form:
        assert set(form.errors) == {"own_password"}
