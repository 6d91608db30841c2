"""A link and its answer each ask the own password."""

import pytest

from app.forms.identities import AnswerForm, LinkForm


@pytest.mark.parametrize(("form", "field"), [(LinkForm, "own_password"), (AnswerForm, "password")])
def test_without_the_own_password_nothing_is_sent(app, form, field):
    with app.test_request_context(method="POST", data={"subject": "x", "shown": "y"}):
        made = form(meta={"csrf": False})
        assert not made.validate()
        assert made[field].errors
