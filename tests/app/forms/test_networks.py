"""The forms of the network."""

from app.forms.networks import DetectForm
from bureau.rules.patterns import patterns
from tests.app.forms.filling import filled


def test_a_search_needs_its_purpose_and_a_pattern(app):
    with filled(app, DetectForm, {}) as form:
        assert set(form.errors) == {"purpose", "patterns"}
        form.offer(patterns())
        assert [row.value for row in form.patterns.choices] == list(patterns().codes())
        assert form.hops.data == 1


def test_nobody_looks_further_than_three_ties(app):
    for hops in ("0", "4", "x"):
        with filled(app, DetectForm, {"hops": hops}) as form:
            assert "hops" in form.errors
