from sqlalchemy import func, select

from app.demo import city as founded
from bureau import founding
from bureau.model import Event, User
from bureau.rules.vocabulary import Role
from bureau.trust import passwords
from tests.app.demo.terminal import NOW, PASSWORD

LOGINS = {
    *("officer", "second", "coordinator", "mayor", "police", "prosecutor", "tax", "customs"),
    *("port", "care", "lead", "auditor", "inspector", "admin", "outsider"),
}


def test_every_demo_login_is_there_with_its_role(city):
    assert {one.login for one in founded.logins()} == LOGINS
    assert {role for one in founded.logins() for role in one.roles} == set(Role)
    with city.factory() as session:
        users = {user.login: user for user in session.scalars(select(User))}
    assert all(passwords.matches(PASSWORD, users[one].password_hash) for one in LOGINS)
    doorless = {login for login, user in users.items() if user.password_hash is None}
    assert "care.colleague" in doorless
    assert all(login.endswith(".colleague") for login in doorless)


def test_a_founded_city_is_recognised_and_another_database_is_not(city, empty):
    assert founding.is_demonstration(city.factory)
    assert not founding.is_demonstration(empty)


def test_a_new_password_holds_for_everybody_and_only_once(empty):
    founded.found(empty, PASSWORD, NOW)
    assert not founded.set_password(empty, PASSWORD, NOW)
    assert founded.set_password(empty, "vier andere woorden samen", NOW)
    with empty() as session:
        police = session.scalar(select(User).where(User.login == "police"))
        assert passwords.matches("vier andere woorden samen", police.password_hash)
        changed = select(func.count()).where(Event.kind == "user.changed")
        assert session.scalar(changed) == len(LOGINS)


def test_founding_is_told_in_the_trail(empty):
    founded.found(empty, PASSWORD, NOW)
    with empty() as session:
        kinds = list(session.scalars(select(Event.kind).order_by(Event.seq)))
    first = ["organisation.added"] * 9 + ["user.added"] * 20 + ["role.founded"]
    assert kinds == first + ["clearance.recorded"] * 33
