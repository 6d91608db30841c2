"""A judgement of a pair is one of the buttons, with a reason."""

from app.forms.matches import PairForm


def test_a_reason_and_one_of_the_buttons_are_needed(app):
    with app.test_request_context(method="POST", data={"judgement": "merge", "facts": "x"}):
        form = PairForm()
        assert not form.validate()
        assert {"reason", "judgement"} <= form.errors.keys()
