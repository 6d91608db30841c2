"""The forms of accounts."""

from datetime import date

import pytest

from app.forms.users import ROLES, AddForm, ChangeForm, given_by_administrators
from bureau.rules.vocabulary import Role
from tests.app.forms.filling import filled

GIVEN = {
    "login": "j.bakker",
    "name": "J. Bakker",
    "roles": ["officer", "reviewer"],
    "own_password": "seven cranes on a quay",
}


# In English these words are their own code.
WORDS_ALIKE = ("coordinator", "police", "auditor")


def test_every_role_can_be_chosen_and_has_a_word():
    assert [row.value for row in ROLES] == [str(role) for role in Role]
    assert all(str(row.label) != row.value for row in ROLES if row.value not in WORDS_ALIKE)


def test_an_administrator_is_offered_no_role_of_the_victim_track():
    offered = {row.value for row in given_by_administrators(date(2026, 11, 20))}
    assert offered == set(Role) - {Role.CARE, Role.CARE_LEAD}


def test_an_account_may_have_more_than_one_role(app):
    with filled(app, AddForm, GIVEN) as form:
        assert not form.errors
        assert form.roles.data == ["officer", "reviewer"]
        assert form.screened_until.data is None


@pytest.mark.parametrize("field", list(GIVEN))
def test_every_part_of_an_account_is_needed(app, field):
    with filled(app, AddForm, {**GIVEN, field: ""}) as form:
        assert set(form.errors) == {field}


def test_nobody_types_the_first_password_of_another(app):
    with filled(app, AddForm, GIVEN) as form:
        assert "password" not in form


def test_a_role_that_is_not_there_is_refused(app):
    with filled(app, AddForm, {**GIVEN, "roles": ["officer", "king"]}) as form:
        assert set(form.errors) == {"roles"}


def test_roles_are_boxes_to_tick(app):
    with filled(app, AddForm, GIVEN) as form:
        assert form.roles().count('type="checkbox"') == len(Role)


def test_an_unticked_box_takes_the_right_to_sign_in_away(app):
    with filled(
        app, ChangeForm, {"version": "1", "name": "J. Bakker", "own_password": "x"}
    ) as form:
        assert not form.errors
        assert form.active.data is False
        assert form.roles.data == []
