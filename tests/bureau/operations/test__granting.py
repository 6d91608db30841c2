"""Who may give a sensitive role alone: the founder, to one second administrator, once."""

import pytest
from sqlalchemy import select

from bureau import founding
from bureau.entry import actor_of
from bureau.model import User
from bureau.operations import users
from bureau.rules.vocabulary import Role
from tests.conftest import NOW


def roles_of(sessions, login):
    with sessions() as session:
        user = session.scalars(select(User).where(User.login == login)).one()
        return {row.role for row in user.roles}


@pytest.fixture
def founder(sessions):
    """The first administrator of a new house."""
    founding.found(sessions, "havermonde", "first", "F", [Role.ADMIN], None, NOW)
    with sessions() as session:
        return actor_of(session.scalars(select(User)).one())


def test_the_founder_adds_exactly_one_administrator_alone(work_of, founder, sessions, trail):
    with work_of(founder) as work:
        users.add_user(work, "next", "N", [Role.ADMIN])
    with work_of(founder) as work:
        users.add_user(work, "third", "T", [Role.ADMIN])
    assert roles_of(sessions, "next") == {Role.ADMIN}
    assert roles_of(sessions, "third") == set()
    assert [event.kind for event in trail()].count("role.founded") == 1


def test_the_exception_is_spent_even_when_the_second_is_gone(work_of, founder, sessions):
    with work_of(founder) as work:
        made = users.add_user(work, "next", "N", [Role.ADMIN])
        users.change_user(work, made.id, made.version, "N", [], active=False, screened_until=None)
    with work_of(founder) as work:
        users.add_user(work, "third", "T", [Role.ADMIN])
    assert roles_of(sessions, "third") == set()


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.MAYOR, Role.REVIEWER])
def test_the_exception_is_for_an_administrator_only(work_of, founder, sessions, role):
    with work_of(founder) as work:
        users.add_user(work, "next", "N", [role])
    assert roles_of(sessions, "next") == set()


def test_who_did_not_found_the_house_has_no_exception(work_of, actors, sessions):
    with work_of(actors.admin) as work:
        users.add_user(work, "next", "N", [Role.ADMIN])
    assert roles_of(sessions, "next") == set()
