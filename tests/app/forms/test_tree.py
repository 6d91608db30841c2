"""The forms of the tree ask for what is needed, and for nothing else."""

import pytest

from app.forms.tree import EndTrustForm, SignedForm, TrustForm, VerifyForm


@pytest.mark.parametrize(
    ("form", "fields"),
    [(VerifyForm, set()), (TrustForm, {"key"}), (SignedForm, {"file"}), (EndTrustForm, {"reason"})],
)
def test_a_form_asks_for_what_is_needed(app, form, fields):
    with app.test_request_context():
        assert set(form().data) - {"csrf_token"} == fields
