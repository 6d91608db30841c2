"""The form at the door."""

import pytest

from app.forms.session import SignInForm
from tests.app.forms.filling import filled

GIVEN = {"login": "officer", "password": "seven cranes on a quay"}


def test_login_and_password_are_enough(app):
    with filled(app, SignInForm, GIVEN) as form:
        assert not form.errors


@pytest.mark.parametrize("field", list(GIVEN))
def test_both_are_needed(app, field):
    with filled(app, SignInForm, {**GIVEN, field: ""}) as form:
        assert set(form.errors) == {field}


def test_nobody_makes_the_door_work_hard_with_a_long_password(app):
    with filled(app, SignInForm, {**GIVEN, "password": "x" * 257}) as form:
        assert set(form.errors) == {"password"}


def test_a_password_is_never_sent_back_to_the_page(app):
    with filled(app, SignInForm, GIVEN) as form:
        assert GIVEN["password"] not in form.password()
