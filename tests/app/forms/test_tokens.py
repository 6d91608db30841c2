"""The form for a token asks for a purpose, a time and the password."""

import pytest

from app.forms.tokens import IssueForm

GIVEN = {"purpose": "reading terms nightly", "days": "30", "password": "x"}


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        ({}, set()),
        ({"purpose": "short"}, {"purpose"}),
        ({"days": "91"}, {"days"}),
        ({"days": ""}, {"days"}),
        ({"password": ""}, {"password"}),
    ],
)
def test_each_field_is_needed_and_bounded(app, more, wrong):
    with app.test_request_context(method="POST", data={**GIVEN, **more}):
        form = IssueForm(meta={"csrf": False})
        form.validate()
        assert set(form.errors) == wrong


def test_a_token_usually_lasts_a_month(app):
    with app.test_request_context():
        assert IssueForm().days.data == 30
