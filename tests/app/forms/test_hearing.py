"""The forms of the hearing."""

from app.forms.hearing import IntentionForm
from tests.app.forms.filling import filled


def test_no_outcome_is_chosen_by_itself(app):
    sent = {"reasons": "r", "until_on": "2026-04-01"}
    offered = [("", "-"), ("refuse", "Refuse")]
    with filled(app, IntentionForm, sent, intended=offered) as form:
        assert set(form.errors) == {"intended"}
