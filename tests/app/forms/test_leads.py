"""The forms of leads name what the operations know."""

from app.forms.leads import ANSWERS, JUDGEMENTS, JudgeForm
from bureau.operations import leads
from tests.app.forms.filling import filled


def test_answers_and_judgements_are_those_of_the_operations():
    assert set(ANSWERS) == set(leads.ANSWERS)
    assert set(JUDGEMENTS) == set(leads.STATUSES)


def test_a_judgement_needs_its_reason(app):
    with filled(app, JudgeForm, {"version": "1", "status": "refuted"}) as form:
        assert set(form.errors) == {"reason"}
