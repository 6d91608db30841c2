"""The first account of an empty house."""

import pytest

from bureau import founding
from bureau.errors import Invalid
from bureau.rules.vocabulary import Role
from tests.conftest import NOW


def test_an_empty_house_is_founded_once_by_an_administrator(sessions, trail):
    assert founding.is_empty(sessions)
    founding.found(
        sessions, "havermonde", "admin", "Ada", [Role.ADMIN], "a quay with seven cranes", NOW
    )
    assert not founding.is_empty(sessions)
    assert [event.kind for event in trail()] == ["organisation.added", "user.added"]


def test_a_role_of_a_partner_does_not_fit_the_founder(sessions):
    with pytest.raises(Invalid, match="police"):
        founding.found(sessions, "monde", "ada", "Ada", [Role.ADMIN, Role.POLICE], None, NOW)
    assert founding.is_empty(sessions)


def test_somebody_who_could_add_nobody_cannot_found_it(sessions):
    with pytest.raises(Invalid, match="administrator"):
        founding.found(sessions, "havermonde", "officer", "Otto", [Role.OFFICER], None, NOW)
    assert founding.is_empty(sessions)


def test_the_first_administrator_holds_no_other_role(sessions):
    with pytest.raises(Invalid) as refusal:
        founding.found(sessions, "h", "admin", "Ada", [Role.ADMIN, Role.OFFICER], None, NOW)
    assert refusal.value.where["field"] == "roles"
    assert founding.is_empty(sessions)


def test_a_house_that_somebody_founded_is_no_demonstration(sessions):
    assert not founding.is_demonstration(sessions)
    founding.found(sessions, "h", "admin", "Ada", [Role.ADMIN], None, NOW, "console:ada")
    assert not founding.is_demonstration(sessions)
