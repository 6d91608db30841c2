"""The forms of the application name what the operations know."""

from app.forms import screening
from tests.app.forms.filling import filled


def test_the_causes_that_are_recorded_by_hand_can_be_chosen(app):
    with filled(app, screening.SuspendForm, {}) as form:
        assert [row.value for row in form.rule.choices] == ["SUS2", "SUS3", "SUS4", "SUS7"]


def test_the_person_concerned_may_be_left_open(app):
    with filled(app, screening.ScopeForm, {"version": "1"}, applicant=[("", "-")]) as form:
        assert not form.errors


def test_somebody_who_was_not_offered_cannot_be_chosen(app):
    sent = {"version": "1", "applicant": "x"}
    with filled(app, screening.ScopeForm, sent, applicant=[("", "-")]) as form:
        assert set(form.errors) == {"applicant"}


def test_a_judgement_needs_its_words(app):
    with filled(app, screening.JudgeForm, {"version": "1", "status": "verified"}) as form:
        assert set(form.errors) == {"remark"}
