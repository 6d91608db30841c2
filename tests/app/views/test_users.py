"""Accounts over the web: what an administrator changes holds from the next request on."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from bureau.model import User
from tests.app.views.reading import first_of, only_version, text, words
from tests.walls.visiting import PASSWORD

NEW = {
    "login": "j.bakker",
    "name": "J. Bakker",
    "roles": ["officer"],
    "own_password": PASSWORD,
}
OWN = "four herons at dawn"


def page_of(admin, name):
    """The address of the account of this person."""
    return re.search(rf'href="(/people/[0-9a-f-]+)">{name}<', text(admin.get("/people")))[1]


def version_of(admin, path):
    """The version in the form for another first password."""
    return re.search(r'name="again-version"[^>]*value="(\d+)"', text(admin.get(path)))[1]


def chosen(visitor, old, new):
    """The answer to another password for oneself."""
    visitor.read_token("/account")
    return visitor.send("/account/password", {"password": old, "new": new, "again": new})


@pytest.fixture
def admin(client_of):
    return client_of("admin")


@pytest.mark.parametrize("login", ["officer", "mayor", "auditor", "care"])
def test_nobody_but_an_administrator_manages_accounts(client_of, login):
    visitor = client_of(login)
    assert visitor.get("/people").status_code == 404
    assert visitor.send("/people/new", NEW).status_code == 404


def test_an_administrator_sees_the_own_organisation_only(admin):
    page = words(admin.get("/people"))
    assert "coordinator" in page
    assert "outsider" not in page
    assert "prosecutor" not in page


def test_asvs_6_4_1_a_first_password_is_drawn_and_opens_one_page_until_another_is_chosen(
    admin, client_of, app
):
    page = admin.send("/people/new", NEW)
    visitor = client_of()
    assert visitor.sign_in("j.bakker", first := first_of(page)).status_code == 302
    for path in ("/", "/cases", "/account/factors", "/search?q=x"):
        assert visitor.get(path).location == "/account"
    assert "eerste wachtwoord" in words(visitor.get("/account"))
    visitor.read_token("/account")
    assert visitor.send("/cases/new", {"title": "x"}).location == "/account"
    assert chosen(visitor, first, first).status_code == 422
    assert chosen(visitor, first, OWN).status_code == 302
    assert visitor.get("/cases").status_code == 200
    assert client_of().sign_in("j.bakker", first).status_code == 401
    assert client_of().sign_in("j.bakker", OWN).status_code == 302


def test_a_first_password_ends_and_another_is_drawn_while_nobody_chose_one(admin, client_of, app):
    first = first_of(admin.send("/people/new", NEW))
    path = page_of(admin, "J. Bakker")
    with app.extensions["sessions"].begin() as session:
        user = session.scalars(select(User).where(User.login == "j.bakker")).one()
        user.password_until -= timedelta(days=4)
    assert client_of().sign_in("j.bakker", first).status_code == 401
    form = {"again-version": version_of(admin, path), "again-own_password": PASSWORD}
    wrong = admin.send(f"{path}/first-password", {**form, "again-own_password": "no"})
    assert 'role="alert"' in text(wrong)
    other = first_of(admin.send(f"{path}/first-password", form))
    assert client_of().sign_in("j.bakker", first).status_code == 401
    visitor = client_of()
    assert visitor.sign_in("j.bakker", other).status_code == 302
    chosen(visitor, other, OWN)
    form["again-version"] = only_version(text(admin.get(path)))
    assert "first-password" not in text(admin.get(path))
    assert admin.send(f"{path}/first-password", form).status_code == 422
    assert client_of().sign_in("j.bakker", OWN).status_code == 302


def test_a_login_that_is_taken_is_told(admin):
    assert admin.send("/people/new", {**NEW, "login": "officer"}).status_code == 422


def test_a_disabled_account_is_out_on_the_next_request(admin, client_of):
    officer = client_of("officer")
    assert officer.get("/cases").status_code == 200
    path = page_of(admin, "Officer")
    form = {
        "version": only_version(text(admin.get(path))),
        "name": "Officer",
        "own_password": PASSWORD,
    }
    assert admin.send(path, {**form, "roles": ["officer"]}).status_code == 302
    answer = officer.get("/cases")
    assert (answer.status_code, answer.location.split("?")[0]) == (302, "/sign-in")
    assert client_of().sign_in("officer").status_code == 401


def test_a_role_taken_away_is_gone_on_the_next_request(admin, client_of):
    officer = client_of("officer")
    assert officer.get("/cases/new").status_code == 200
    path = page_of(admin, "Officer")
    form = {
        "version": only_version(text(admin.get(path))),
        "name": "Officer",
        "active": "y",
        "own_password": PASSWORD,
    }
    assert admin.send(path, {**form, "roles": ["coordinator"]}).status_code == 302
    assert officer.get("/cases/new").status_code == 404
    assert officer.get("/account").status_code == 200


def test_a_screening_that_is_renewed_lets_its_person_in_again(admin, client_of):
    path = page_of(admin, "Officer")
    for until, status in (("2026-03-01", 401), ("2026-03-02", 302)):
        page = text(admin.get(path))
        form = {"version": only_version(page), "name": "Officer", "active": "y"}
        more = {"roles": ["officer"], "screened_until": until, "own_password": PASSWORD}
        assert admin.send(path, {**form, **more}).status_code == 302
        assert f'value="{until}"' in text(admin.get(path))
        assert client_of().sign_in("officer").status_code == status


def test_ending_the_sign_ins_of_somebody_leaves_the_account_open(admin, client_of):
    officer = client_of("officer")
    assert admin.send(f"{page_of(admin, 'Officer')}/sessions").status_code == 302
    assert officer.get("/cases").status_code == 302
    assert client_of().sign_in("officer", PASSWORD).status_code == 302


def test_two_administrators_at_one_account_do_not_overwrite_each_other(admin):
    path = page_of(admin, "Officer")
    form = {
        "version": only_version(text(admin.get(path))),
        "active": "y",
        "roles": ["officer"],
        "own_password": PASSWORD,
    }
    assert admin.send(path, {**form, "name": "First"}).status_code == 302
    assert admin.send(path, {**form, "name": "Second one"}).status_code == 409
    assert "Second one" not in text(admin.get("/people"))


def test_an_administrator_does_not_change_the_own_account(admin, house):
    own = f"/people/{house.actors.admin.id}"
    assert own not in admin.get("/people").text
    assert admin.get(own).status_code == 409


def test_somebody_elsewhere_is_nobody_here(admin, house):
    path = f"/people/{house.actors.outsider.id}"
    assert admin.get(path).status_code == 404
    assert admin.send(f"{path}/sessions").status_code == 404


def test_one_administrator_alone_makes_nobody_who_can_do_everything(admin, client_of):
    every = ["officer", "reviewer", "mayor", "auditor", "admin"]
    answer = admin.send("/people/new", {**NEW, "roles": every})
    assert answer.status_code == 422
    assert "wie toegang geeft" in text(answer) or "gives out access" in text(answer)
    assert "j.bakker" not in text(admin.get("/people"))


def test_a_sensitive_role_does_not_begin_with_one_administrator(admin, client_of):
    first = first_of(answer := admin.send("/people/new", {**NEW, "roles": ["auditor"]}))
    assert "tweede beheerder" in words(answer)
    visitor = client_of()
    assert visitor.sign_in("j.bakker", first).status_code == 302
    chosen(visitor, first, OWN)
    assert visitor.get("/trail").status_code == 404


@pytest.mark.parametrize("own", ["", "not the password of admin"])
def test_whoever_found_an_open_screen_gives_nobody_access(admin, client_of, own):
    answer = admin.send("/people/new", {**NEW, "own_password": own})
    assert answer.status_code in (200, 422)
    path = page_of(admin, "Officer")
    form = {"version": only_version(text(admin.get(path))), "name": "Officer", "active": "y"}
    form |= {"roles": ["officer", "coordinator"], "own_password": own}
    assert admin.send(path, form).status_code in (200, 422)
    assert "j.bakker" not in text(admin.get("/people"))
    assert client_of("officer").get("/cases/new/partnership").status_code == 404
