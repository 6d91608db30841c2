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
        assert form.proportionate.data is False
        assert len(form.errors) == 4
