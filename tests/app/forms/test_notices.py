"""What can be told is offered, and nothing else is taken."""

from werkzeug.datastructures import MultiDict

from app.forms.notices import CorrectionNoticeForm, RecallForm


def test_a_recall_needs_a_ground_a_reason_and_what_becomes_of_the_copies(app):
    with app.test_request_context():
        form = RecallForm(MultiDict({"ground": "INCORRECT", "duty": "KEEP", "why": " "}))
        form.offer((("INCORRECT", "x"),), (("DESTROY", "y"),))
        assert not form.validate()
        assert set(form.errors) >= {"duty", "why"}


def test_only_corrections_that_are_open_can_be_ticked(app):
    with app.test_request_context():
        form = CorrectionNoticeForm(MultiDict([("corrections", "nonsense")]))
        form.offer((("one", "One"),))
        assert not form.validate()
        assert "corrections" in form.errors
