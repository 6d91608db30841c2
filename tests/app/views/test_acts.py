"""One act of one form: done and onward, or its page again with what is wrong in it."""

from contextlib import nullcontext

import pytest
from flask import get_flashed_messages
from flask_wtf import FlaskForm
from wtforms import StringField
from wtforms.validators import DataRequired

from app.views import acts
from bureau.errors import NotAllowed


class Asked(FlaskForm):
    """A form of one field."""

    class Meta:
        csrf = False

    words = StringField("Words", validators=[DataRequired()])


@pytest.fixture
def act(app, monkeypatch):
    """Hand in a form with these words; what was answered and what was done."""
    monkeypatch.setattr(acts, "unit", nullcontext)

    def handed_in(words, do, onward="/there"):
        with app.test_request_context("/", method="POST", data={"words": words}):
            form = Asked()
            answer = acts.acted(form, do, lambda _: str(form.errors), onward, "Done.")
            return answer, get_flashed_messages()

    return handed_in


def test_what_was_done_is_said_where_one_goes(act):
    answer, said = act("yes", lambda _: "made", lambda made: f"/{made}")
    assert (answer.status_code, answer.location, said) == (302, "/made", ["Done."])


def test_nothing_is_done_with_a_form_that_lacks_something(act):
    (page, status), said = act("", lambda _: pytest.fail("done"))
    assert status == 422
    assert "words" in page
    assert said == []


def test_a_refusal_comes_back_beside_its_field(act):
    def refuse(_):
        raise NotAllowed("Not now.", where={"field": "words"})

    (page, status), said = act("yes", refuse)
    assert status == 409
    assert "Not now." in page
    assert said == []
