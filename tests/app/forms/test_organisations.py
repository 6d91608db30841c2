"""The forms of organisations."""

import pytest

from app.forms.organisations import OrganisationForm, RenameForm
from tests.app.forms.filling import filled

GIVEN = {"code": "politie-monde", "name": "Politie Monde", "kind": "POLICE"}
KINDS = [("POLICE", "politie"), ("OM", "Openbaar Ministerie")]


@pytest.mark.parametrize("field", list(GIVEN))
def test_every_part_of_an_organisation_is_needed(app, field):
    with filled(app, OrganisationForm, GIVEN, kind=KINDS) as form:
        assert not form.errors
    with filled(app, OrganisationForm, {**GIVEN, field: ""}, kind=KINDS) as form:
        assert set(form.errors) == {field}


def test_a_kind_that_is_not_offered_is_refused(app):
    with filled(app, OrganisationForm, {**GIVEN, "kind": "ARMY"}, kind=KINDS) as form:
        assert set(form.errors) == {"kind"}


def test_another_name_names_the_version_that_was_read(app):
    with filled(app, RenameForm, {"name": "Politie Noord"}) as form:
        assert set(form.errors) == {"version"}
