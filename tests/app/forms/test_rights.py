"""Forms for the rights of whoever is screened."""

from app.forms import rights
from tests.app.forms.filling import filled


def test_an_answer_an_extension_and_a_place_need_their_words(app):
    with filled(app, rights.AnswerForm, {"version": "1"}) as form:
        assert set(form.errors) == {"outcome", "answer"}
    with filled(app, rights.ExtendForm, {"version": "1"}) as form:
        assert set(form.errors) == {"reason"}
    with filled(app, rights.FollowForm, {"version": "1"}) as form:
        assert set(form.errors) == {"answer"}
    with filled(app, rights.HoldForm, {}) as form:
        assert set(form.errors) == {"reason"}
