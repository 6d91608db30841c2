"""Who works here: one login each, a role once, a sign-in known by its digest only."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from bureau.model import Clearance, DoorCount, Organisation, Session, User, UserRole
from bureau.rules.vocabulary import Language, Role
from tests.conftest import NOW


def officer(session):
    return session.scalar(select(User).where(User.login == "officer"))


def test_an_account_begins_active_in_dutch_without_a_password(sessions, actors):
    with sessions() as session:
        user = officer(session)
        assert (user.active, user.language, user.password_hash) == (True, Language.NL, None)
        assert user.organisation.name == "Gemeente Havermonde"


def test_a_login_belongs_to_one_person(sessions, actors):
    def take_the_login():
        with sessions.begin() as session:
            body = session.scalars(select(Organisation)).first()
            session.add(User(login="officer", name="Another", organisation=body))

    with pytest.raises(IntegrityError):
        take_the_login()


def test_a_role_is_held_once(sessions, actors):
    def give_the_role_again():
        with sessions.begin() as session:
            user = officer(session)
            user.roles.append(UserRole(role=Role.OFFICER))

    with pytest.raises(IntegrityError):
        give_the_role_again()


def test_roles_taken_away_are_gone(sessions, actors):
    with sessions.begin() as session:
        officer(session).roles = []
    with sessions() as session:
        assert (
            session.scalars(select(UserRole).where(UserRole.user_id == actors.officer.id)).all()
            == []
        )


def test_a_digest_stands_for_one_sign_in(sessions, actors):
    def sign_in():
        return Session(
            digest=b"d" * 32,
            user_id=actors.officer.id,
            opened_at=NOW,
            seen_at=NOW,
            expires_at=NOW + timedelta(hours=1),
        )

    with pytest.raises(IntegrityError), sessions.begin() as session:
        session.add_all([sign_in(), sign_in()])


def test_a_sign_in_keeps_no_secret():
    assert set(Session.__table__.c.keys()) & {"secret", "token", "password"} == set()


@pytest.mark.parametrize(
    ("active", "until", "admitted"),
    [
        (True, None, True),
        (True, NOW.date(), True),
        (True, NOW.date() - timedelta(days=1), False),
        (False, None, False),
        (False, NOW.date(), False),
    ],
)
def test_an_account_lets_in_until_the_last_day_of_its_screening(active, until, admitted):
    assert User(active=active, screened_until=until).admitted(NOW.date()) is admitted


def test_an_address_is_counted_once_for_an_account_and_kept_as_a_mark(sessions, actors):
    def count():
        return DoorCount(user_id=actors.officer.id, place="0" * 64, failures=1)

    with pytest.raises(IntegrityError), sessions.begin() as session:
        session.add_all([count(), count()])


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2026, 1, 31), False),
        (date(2026, 2, 1), True),
        (date(2026, 3, 1), True),
        (date(2026, 3, 2), False),
    ],
)
def test_the_first_and_the_last_day_count(day, holds):
    row = Clearance(given_on=date(2026, 2, 1), until_on=date(2026, 3, 1))
    assert row.holds(day) is holds
    row.withdrawn_at = NOW
    assert not row.holds(day)
