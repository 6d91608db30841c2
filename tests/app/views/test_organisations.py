"""Organisations over the web: an administrator makes a partner body and fills it."""

import re

import pytest

from tests.app.views.reading import begin, first_of, only_version, text, words
from tests.walls.visiting import PASSWORD

BODY = {"code": "politie-monde", "name": "Politie Monde", "kind": "POLICE"}
AGENT = {
    "login": "a.agent",
    "name": "A. Agent",
    "organisation": "politie-monde",
    "roles": ["police"],
    "own_password": PASSWORD,
}


@pytest.fixture
def admin(client_of):
    return client_of("admin")


def test_a_partner_body_is_made_filled_and_comes_in(admin, client_of):
    assert 'href="/organisations"' in text(admin.get("/people"))
    assert 'href="/organisations/new"' in text(admin.get("/organisations"))
    assert admin.send("/organisations/new", BODY).status_code == 302
    assert "Politie Monde" in words(admin.get("/organisations"))
    assert 'value="politie-monde"' in text(admin.get("/people/new"))
    first = first_of(admin.send("/people/new", AGENT))
    page = text(admin.get("/people"))
    assert "Politie Monde" in page
    visitor = client_of()
    assert begin(visitor, "a.agent", first).status_code == 302
    assert visitor.get("/meetings").status_code == 303
    of_agent = page[page.index("A. Agent") :]
    dates = re.search(r'href="(/people/[0-9a-f-]+/dates)"', of_agent)[1]
    for kind in ("screening", "training", "secrecy"):
        shown = {
            "kind": kind,
            "given_on": "2026-03-01",
            "source": "Shown",
            "own_password": PASSWORD,
        }
        assert admin.send(dates, shown).status_code == 302
    assert visitor.get("/meetings").status_code == 200


@pytest.mark.parametrize("roles", [["officer"], ["admin"], ["police", "mayor"]])
def test_a_role_that_does_not_fit_the_body_makes_no_account(admin, roles):
    admin.send("/organisations/new", BODY)
    answer = admin.send("/people/new", {**AGENT, "roles": roles})
    assert answer.status_code == 422
    assert "A. Agent" not in text(admin.get("/people"))


def test_a_body_of_another_house_is_not_there(admin, house):
    assert "Gemeente Elders" not in text(admin.get("/organisations"))
    assert "Gemeente Elders" not in text(admin.get("/people/new"))
    path = f"/organisations/{house.actors.outsider.organisation_id}"
    assert admin.get(path).status_code == 404
    assert admin.send("/people/new", {**AGENT, "organisation": "elsewhere"}).status_code == 404


@pytest.mark.parametrize("login", ["officer", "coordinator", "police", "auditor"])
def test_nobody_but_an_administrator_finds_the_page(client_of, login):
    visitor = client_of(login)
    assert visitor.get("/organisations").status_code == 404
    assert visitor.send("/organisations/new", BODY).status_code == 404


def test_what_is_incomplete_stays_on_the_page(admin):
    answer = admin.send("/organisations/new", {**BODY, "name": ""})
    assert 'role="alert"' in text(answer)
    assert "politie-monde" in text(answer)
    assert admin.send("/organisations/new", {**BODY, "code": "havermonde"}).status_code == 422


def test_an_organisation_gets_another_name(admin):
    admin.send("/organisations/new", BODY)
    path = re.search(
        r'href="(/organisations/[0-9a-f-]+)">Politie', text(admin.get("/organisations"))
    )[1]
    form = {"version": only_version(text(admin.get(path))), "name": "Politie Noord"}
    assert admin.send(path, {**form, "name": ""}).status_code == 200
    assert admin.send(path, form).status_code == 302
    assert "Politie Noord" in words(admin.get("/organisations"))


@pytest.mark.parametrize("login", ["police", "coordinator", "admin"])
def test_everybody_may_read_what_the_law_lets_each_partner_do(client_of, login):
    page = words(client_of(login).get("/organisations/law"))
    assert "AWR 67" in page
    assert page.index("Belastingdienst") < page.index("CoMensha")


def test_an_organisation_shows_the_law_of_its_kind(admin):
    admin.send("/organisations/new", BODY)
    path = re.search(
        r'href="(/organisations/[0-9a-f-]+)">Politie', text(admin.get("/organisations"))
    )[1]
    assert "Wpg 20(3)" in words(admin.get(path))
