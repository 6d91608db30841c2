"""Roles that wait, over the web: another administrator answers, with the own password."""

import pytest

from bureau.model import User, UserRole
from bureau.rules.vocabulary import Role
from bureau.trust import passwords
from tests.app.views.reading import begin, first_of, only_version, text, words
from tests.walls.visiting import PASSWORD

ASKED = {
    "login": "j.bakker",
    "name": "J. Bakker",
    "roles": ["auditor"],
    "own_password": PASSWORD,
}


@pytest.fixture
def admin(client_of):
    """An administrator who asked for an auditor."""
    visitor = client_of("admin")
    visitor.first = first_of(visitor.send("/people/new", ASKED))
    return visitor


@pytest.fixture
def second_admin(app, house, client_of):
    """Another administrator of the same house."""
    with app.extensions["sessions"].begin() as session:
        user = User(
            login="admin2",
            name="Second Admin",
            organisation_id=house.actors.admin.organisation_id,
            password_hash=passwords.hash_of(PASSWORD),
        )
        user.roles = [UserRole(role=Role.ADMIN)]
        session.add(user)
    return client_of("admin2")


@pytest.fixture
def newcomer(client_of, admin):
    """Comes in as the auditor-to-be."""

    def come():
        visitor = client_of()
        assert begin(visitor, "j.bakker", admin.first).status_code == 302
        return visitor

    return come


def address(visitor):
    """Where the one waiting role is answered."""
    page = text(visitor.get("/people/waiting"))
    start = page.index("/people/waiting/")
    return page[start : page.index('"', start)]


def answer(visitor, path, **more):
    version = only_version(text(visitor.get(path)))
    given = {"version": version, "answer": "confirm", "own_password": PASSWORD}
    return visitor.send(path, {**given, **more})


def test_a_confirmed_role_holds_from_the_next_request_on(admin, second_admin, newcomer):
    visitor = newcomer()
    assert visitor.get("/trail").status_code == 404
    page = words(second_admin.get("/people/waiting"))
    assert "J. Bakker" in page
    assert "Admin" in page
    assert answer(second_admin, address(second_admin)).status_code == 302
    assert visitor.get("/trail").status_code == 200
    assert "/people/waiting/" not in text(second_admin.get("/people/waiting"))


def test_who_asked_cannot_answer(app, admin, second_admin, newcomer):
    path = address(second_admin)
    assert path not in text(admin.get("/people/waiting"))
    assert "own_password" not in text(admin.get(path))
    given = {"version": "1", "answer": "confirm", "own_password": PASSWORD}
    assert admin.send(path, given).status_code == 409
    assert newcomer().get("/trail").status_code == 404


def test_a_refusal_gives_its_reason(admin, second_admin, newcomer):
    path = address(second_admin)
    assert answer(second_admin, path, answer="refuse").status_code == 422
    told = answer(second_admin, path, answer="refuse", reason="not screened yet")
    assert told.status_code == 302
    assert newcomer().get("/trail").status_code == 404
    assert second_admin.get(path).status_code == 404


def test_an_answer_asks_the_password_again(admin, second_admin, newcomer):
    path = address(second_admin)
    assert answer(second_admin, path, own_password="another one altogether").status_code == 422
    assert newcomer().get("/trail").status_code == 404


def test_a_lonely_administrator_is_told_how_to_add_the_second(admin):
    assert "notice--info" in text(admin.get("/people/waiting"))


@pytest.mark.parametrize("login", ["officer", "mayor", "auditor", "care"])
def test_nobody_else_sees_what_waits(admin, client_of, login):
    assert client_of(login).get("/people/waiting").status_code == 404
