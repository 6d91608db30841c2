"""What a browser answers with a passkey is asked, and never endless."""

from app.forms.passkeys import LONGEST_ANSWER, AnswerForm, PasskeyForm
from tests.app.forms.filling import filled


def test_an_answer_is_needed_and_has_an_end(app):
    for answer in ("", "x" * (LONGEST_ANSWER + 1)):
        with filled(app, AnswerForm, {"answer": answer}) as form:
            assert set(form.errors) == {"answer"}


def test_a_passkey_has_a_name(app):
    with filled(app, PasskeyForm, {"name": "", "answer": "{}"}) as form:
        assert set(form.errors) == {"name"}
