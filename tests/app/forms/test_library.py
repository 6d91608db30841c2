"""The form of an own condition."""

import pytest

from app.forms.library import OwnConditionForm
from tests.app.forms.filling import filled

GIVEN = {
    "version": "0",
    "name_nl": "n",
    "text_nl": "t",
    "evidence_nl": "e",
    "days": "90",
    "again": "0",
    "reason": "r",
}


def test_english_decisions_and_grounds_may_be_left_open(app):
    with filled(app, OwnConditionForm, GIVEN) as form:
        assert not form.errors


@pytest.mark.parametrize(
    ("field", "value"), [("text_nl", ""), ("days", "0"), ("again", "-1"), ("scopes", "SC99")]
)
def test_what_is_missing_or_cannot_be_is_named(app, field, value):
    with filled(app, OwnConditionForm, {**GIVEN, field: value}) as form:
        assert set(form.errors) == {field}
