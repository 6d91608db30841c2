"""The form of a change of processing."""

from app.forms.processing import ChangeForm, WithdrawForm
from tests.app.forms.filling import filled


def test_subject_and_purpose_are_needed_the_rest_is_judged_together(app):
    with filled(app, ChangeForm, {}) as form:
        assert set(form.errors) == {"subjects", "what"}
    with filled(app, ChangeForm, {"subjects": ["pattern:UB-42"], "what": "new"}) as form:
        assert not form.errors


def test_a_withdrawal_has_a_reason(app):
    with filled(app, WithdrawForm, {"version": "1"}) as form:
        assert set(form.errors) == {"reason"}
