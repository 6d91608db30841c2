"""Roles of support over the web: the lead of the victim track gives them, nobody else."""

import re

import pytest
from sqlalchemy import select

from bureau.model import User, UserRole
from bureau.rules.vocabulary import Role
from tests.app.views.reading import first_of, only_version, text, words
from tests.walls.visiting import PASSWORD

NEW = {
    "login": "h.bakker",
    "name": "H. Bakker",
    "organisation": "support",
    "roles": ["care"],
    "own_password": PASSWORD,
}
FORM = {"own_password": PASSWORD, "reason": "left the body"}


@pytest.fixture
def house(app):
    """The database of the house."""
    return app.extensions["sessions"]


@pytest.fixture
def lead(client_of, house):
    """Whoever helps here leads the victim track too; a colleague helps."""
    with house.begin() as session:
        user = session.scalars(select(User).where(User.login == "care")).one()
        user.roles = [*user.roles, UserRole(role=Role.CARE_LEAD)]
    return client_of("care")


def page_of(lead, name):
    page = text(lead.get("/support/people"))
    return re.search(rf'href="(/support/people/[0-9a-f-]+)">{name}<', page)[1]


def test_the_lead_adds_a_helper_who_comes_in(lead, client_of):
    first = first_of(lead.send("/support/people/new", NEW))
    assert "H. Bakker" in text(lead.get("/support/people"))
    visitor = client_of()
    assert visitor.sign_in("h.bakker", first).status_code == 302
    assert visitor.get("/support").location == "/account"


def test_a_helper_without_the_lead_and_an_administrator_find_nothing(client_of):
    for login in ("care", "admin", "officer", "auditor"):
        visitor = client_of(login)
        assert visitor.get("/support/people").status_code == 404
        assert visitor.send("/support/people/new", NEW).status_code == 404


def test_an_administrator_is_offered_no_role_of_the_track_and_told_of_the_road(lead, client_of):
    admin = client_of("admin")
    assert 'value="care"' not in text(admin.get("/people/new"))
    form = {**NEW, "organisation": "havermonde", "own_password": PASSWORD}
    assert 'role="alert"' in text(admin.send("/people/new", form))
    assert "h.bakker" not in text(admin.get("/people"))


def test_a_role_is_withdrawn_and_a_page_says_what_is_missing(lead):
    lead.send("/support/people/new", NEW)
    path = page_of(lead, "H. Bakker")
    page = text(lead.get(path))
    form = {**FORM, "version": only_version(page), "role": "care"}
    assert 'role="alert"' in text(lead.send(f"{path}/withdrawal", {**form, "reason": ""}))
    assert lead.send(f"{path}/withdrawal", form).status_code == 302
    assert "H. Bakker" not in text(lead.get("/support/people"))


def test_an_account_is_opened_by_the_lead(lead, house):
    lead.send("/support/people/new", NEW)
    path = page_of(lead, "H. Bakker")
    with house.begin() as session:
        session.scalars(select(User).where(User.login == "h.bakker")).one().active = False
    version = only_version(text(lead.get(path)))
    form = {"version": version, "opening_reason": "back", "opening_password": PASSWORD}
    assert lead.send(f"{path}/opening", form).status_code == 302
    with house() as session:
        assert session.scalars(select(User).where(User.login == "h.bakker")).one().active


def test_an_account_without_a_role_gets_one_with_a_new_password(lead, client_of):
    first = first_of(lead.send("/support/people/new", NEW))
    path = page_of(lead, "H. Bakker")
    version = only_version(text(lead.get(path)))
    lead.send(f"{path}/withdrawal", {**FORM, "version": version, "role": "care"})
    given = {"login": "h.bakker", "role": "care", "reason": "back", "own_password": PASSWORD}
    other = first_of(lead.send("/support/people/given", given))
    assert client_of().sign_in("h.bakker", first).status_code == 401
    assert client_of().sign_in("h.bakker", other).status_code == 302


def test_the_page_has_a_neutral_title(lead):
    assert "<title>Informatie</title>" in text(lead.get("/support/people"))
    assert "Alleen de leiding van het slachtofferspoor" in words(lead.get("/support/people"))
