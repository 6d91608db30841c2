"""The forms of the roles of support."""

import pytest

from app.forms.track_roles import AddForm, GiveForm, OpenForm, WithdrawForm
from tests.app.forms.filling import filled

OWN = {"own_password": "seven cranes on a quay"}
GIVEN = {"login": "j.bakker", "role": "care", "reason": "joins us", **OWN}


@pytest.mark.parametrize("field", list(GIVEN))
def test_every_part_of_a_grant_is_needed(app, field):
    with filled(app, GiveForm, {**GIVEN, field: ""}) as form:
        assert set(form.errors) == {field}


def test_a_new_account_needs_a_role(app):
    with filled(app, AddForm, {"login": "x", "name": "X", **OWN}) as form:
        assert set(form.errors) == {"roles"}


def test_nothing_is_withdrawn_or_opened_without_a_reason(app):
    with filled(app, WithdrawForm, {"version": "1", "role": "care", **OWN}) as form:
        assert set(form.errors) == {"reason"}
    with filled(app, OpenForm, {"version": "1", "opening_password": "x"}) as form:
        assert set(form.errors) == {"opening_reason"}
