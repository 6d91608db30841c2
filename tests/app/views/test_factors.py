"""Adding an app on the page, coming in with it, and what a role that needs one may open."""

import re
from dataclasses import replace
from datetime import timedelta

import pyotp
import pytest

from tests.app.views.reading import text, words
from tests.conftest import NOW
from tests.walls.visiting import PASSWORD

PLACE = "/account/factors"
NEW = {"name": "Telephone of work", "password": PASSWORD}


def later(app, **after):
    """Let time pass in this house."""
    settings = app.extensions["settings"]
    app.extensions["settings"] = replace(settings, now=settings.now + timedelta(**after))
    return app.extensions["settings"].now


def enrol(visitor, now=NOW):
    """Add an app as a person would; its secret, and the page with the codes on paper."""
    visitor.read_token(PLACE)
    page = text(visitor.send(f"{PLACE}/app", NEW))
    secret = re.search(r"secret=([A-Z2-7]{32})", page)[1]
    place = re.search(rf'action="({PLACE}/[0-9a-f-]+/confirmation)"', page)[1]
    assert "data:image/svg+xml;base64," in page
    assert visitor.send(place, {"code": "000000"}).status_code == 422
    return secret, visitor.send(place, {"code": pyotp.TOTP(secret).at(now)})


def test_an_app_is_added_shown_and_asked_at_the_next_sign_in(app, client_of):
    visitor = client_of("officer")
    secret, page = enrol(visitor)
    paper = re.findall(r"<code>([0-9A-Z]{5}-[0-9A-Z]{5})</code>", text(page))
    assert len(paper) == 10
    assert secret not in text(visitor.get(PLACE))
    assert "Telephone of work" in words(visitor.get(PLACE))
    now = later(app, minutes=1)
    door = client_of()
    answer = door.sign_in("officer", target="/cases")
    assert answer.location == "/sign-in/code?next=/cases"
    assert door.get("/cases").status_code == 302
    door.read_token("/sign-in/code")
    assert door.send("/sign-in/code", {"code": "000000"}).status_code == 401
    shown = pyotp.TOTP(secret).at(now)
    assert door.send("/sign-in/code?next=/cases", {"code": shown}).location == "/cases"
    assert door.get("/cases").status_code == 200
    other = client_of()
    other.sign_in("officer")
    other.read_token("/sign-in/code")
    assert other.send("/sign-in/code", {"code": paper[0]}).status_code == 302
    assert "code op papier" in words(other.get("/account"))


def test_nobody_comes_to_the_second_step_without_the_first(client_of):
    door = client_of()
    assert door.get("/sign-in/code").location == "/sign-in"
    door.read_token("/sign-in")
    assert door.send("/sign-in/code", {"code": "123456"}).location == "/sign-in"


def test_a_factor_is_removed_with_a_proof_and_paper_is_renewed_with_one(app, client_of):
    visitor = client_of("officer")
    enrol(visitor)
    [place] = re.findall(rf'href="({PLACE}/[0-9a-f-]+/removal)"', text(visitor.get(PLACE)))
    assert visitor.send(f"{PLACE}/paper", {"paper-password": "wrong"}).status_code == 422
    assert visitor.send(f"{PLACE}/paper", {"paper-password": PASSWORD}).status_code == 200
    assert visitor.send(place, {"password": "wrong"}).status_code == 422
    assert client_of("second").get(place).status_code == 404
    assert visitor.get(place).status_code == 200
    assert visitor.send(place, {"password": PASSWORD}).location == PLACE
    assert client_of().sign_in("officer").location == "/"


@pytest.mark.parametrize("login", ["mayor", "admin", "auditor"])
def test_a_role_that_needs_a_second_factor_opens_nothing_before_it_has_one(app, client_of, login):
    settings = app.extensions["settings"]
    app.extensions["settings"] = replace(settings, second_factor_from=NOW.date())
    visitor = client_of(login)
    assert visitor.get("/cases").location == PLACE
    assert visitor.get("/account").status_code == 200
    assert words(visitor.get(PLACE))
    enrol(visitor)
    assert visitor.get("/").status_code == 200
    assert client_of("officer").get("/cases").status_code == 200


def test_asvs_7_5_2_one_sign_in_is_ended_among_others(client_of):
    here, there = client_of("officer"), client_of("officer")
    [place] = re.findall(
        r'action="(/account/sessions/[0-9a-f-]+/ending)"', text(here.get("/account"))
    )
    assert client_of("second").send(place).status_code == 404
    assert here.send(place).location == "/account"
    assert there.get("/cases").status_code == 302
    assert here.get("/cases").status_code == 200


def test_a_factor_gets_another_name_from_its_owner_alone(app, client_of):
    visitor = client_of("officer")
    enrol(visitor)
    [place] = re.findall(rf'href="({PLACE}/[0-9a-f-]+/name)"', text(visitor.get(PLACE)))
    assert "Telephone of work" in text(visitor.get(place))
    assert visitor.send(place, {"name": ""}).status_code == 422
    assert visitor.send(place, {"name": "Old telephone"}).location == PLACE
    assert "Old telephone" in words(visitor.get(PLACE))
    assert client_of("second").get(place).status_code == 404
