"""Whoever changes a second factor shows once more who they are."""

import pytest

from app.forms.factors import AppForm, ConfirmForm, ProofForm
from tests.app.forms.filling import filled

GIVEN = {"name": "Telephone", "password": "seven cranes on a quay"}


@pytest.mark.parametrize("field", list(GIVEN))
def test_an_app_has_a_name_and_its_owner_shows_a_password(app, field):
    with filled(app, AppForm, GIVEN) as form:
        assert not form.errors
    with filled(app, AppForm, {**GIVEN, field: ""}) as form:
        assert set(form.errors) == {field}


def test_a_first_code_and_a_proof_are_asked(app):
    for kind, name in ((ConfirmForm, "code"), (ProofForm, "password")):
        with filled(app, kind, {name: ""}) as form:
            assert set(form.errors) == {name}
