"""Forms of a signal: what has to be said, and which outcomes are offered."""

from app.forms.signals import AnswerForm, CloseForm, InterestForm, SignalForm
from tests.app.forms.filling import filled


def test_a_signal_asks_all_that_the_law_asks(app):
    with app.test_request_context():
        form = SignalForm(formdata=None)
    asked = {"bureau", "form", "facts", "observation", "observed_on", "source", "ground"}
    needed = {field.name for field in form if field.flags.required}
    assert needed == asked | {"subject"}


def test_a_declaration_and_an_answer_choose_nothing_beforehand(app):
    with filled(app, InterestForm, {}) as form:
        assert set(form.errors) == {"declaration"}
    with app.test_request_context():
        form = AnswerForm(formdata=None).offer("must")
        assert [each.value for each in form.answer.choices] == ["yes", "no"]


def test_only_what_the_state_admits_is_offered(app):
    with app.test_request_context():
        form = CloseForm(formdata=None).offer(("tested", "returned"))
        assert [each.value for each in form.outcome.choices] == ["returned"]
