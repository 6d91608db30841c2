"""Accounts over the web: what an administrator changes holds from the next request on."""

import re

import pytest

from tests.app.views.reading import only_version, text, words
from tests.walls.visiting import PASSWORD

NEW = {
    "login": "j.bakker",
    "name": "J. Bakker",
    "roles": ["officer"],
    "password": "four herons at dawn",
    "own_password": PASSWORD,
}


def page_of(admin, name):
    """The address of the account of this person."""
    return re.search(rf'href="(/people/[0-9a-f-]+)">{name}<', text(admin.get("/people")))[1]


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


def test_a_new_account_can_come_in_with_its_first_password(admin, client_of):
    assert admin.send("/people/new", NEW).status_code == 302
    visitor = client_of()
    assert visitor.sign_in("j.bakker", NEW["password"]).status_code == 302
    assert visitor.get("/cases").status_code == 200


def test_a_short_password_makes_no_account(admin, client_of):
    answer = admin.send("/people/new", {**NEW, "password": "short"})
    assert 'role="alert"' in text(answer)
    assert "short" not in re.findall(r'value="([^"]*)"', text(answer))
    assert "j.bakker" not in text(admin.get("/people"))


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
    assert client_of().sign_in("j.bakker", NEW["password"]).status_code == 401


def test_a_sensitive_role_does_not_begin_with_one_administrator(admin, client_of):
    answer = admin.send("/people/new", {**NEW, "roles": ["auditor"]}, follow_redirects=True)
    assert "j.bakker" in text(answer)
    visitor = client_of()
    assert visitor.sign_in("j.bakker", NEW["password"]).status_code == 302
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
