"""The forms of the second person."""

from app.forms.approvals import AgreeForm, OwnForm, RefuseForm, ReviewForm
from tests.app.forms.filling import filled


def test_agreeing_needs_the_version_the_digest_and_the_password(app):
    with filled(app, AgreeForm, {}) as form:
        assert set(form.errors) == {"version", "digest", "own_password"}


def test_a_refusal_and_a_review_have_a_reason(app):
    for kind in (RefuseForm, ReviewForm):
        with filled(app, kind, {"version": "1"}) as form:
            assert set(form.errors) == {"reason"}
    with filled(app, OwnForm, {"version": "1"}) as form:
        assert not form.errors
