"""The forms of the network."""

from app.forms.networks import DetectForm
from bureau.rules.patterns import patterns
from tests.app.forms.filling import filled


def test_a_search_needs_its_purpose_and_a_pattern(app):
    with filled(app, DetectForm, {}) as form:
        assert set(form.errors) == {"purpose", "patterns"}
        assert [row.value for row in form.patterns.choices] == list(patterns().codes())
