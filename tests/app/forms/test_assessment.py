"""The forms of the assessment refuse what is not complete."""

from app.forms import assessment
from tests.app.forms.filling import filled


def test_a_finding_needs_a_source(app):
    sent = {"ground": "a", "text": "One fact.", "perceived": "own"}
    with filled(app, assessment.FindingForm, sent, sources=[("s", "S")]) as form:
        assert set(form.errors) == {"sources"}


def test_a_degree_needs_its_reasoning(app):
    with filled(app, assessment.DangerForm, {"danger": "serious"}) as form:
        assert set(form.errors) == {"reasoning"}


def test_nothing_is_proportionate_unless_somebody_says_so(app):
    with filled(app, assessment.WeighForm, {}) as form:
        assert form.proportionate.data is None
        assert len(form.errors) == 6


def test_no_is_an_answer_too(app):
    sent = {"proportionate": "no", "conditions_identifiable": "yes"}
    with filled(app, assessment.WeighForm, sent) as form:
        assert (form.proportionate.data, form.conditions_identifiable.data) == (False, True)
        assert set(form.errors) == {"interests", "lapse_of_time", "lesser_means", "conclusion"}
