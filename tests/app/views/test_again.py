"""A grave act asks a fresh second factor where the house does, and leads back to where one was."""

from dataclasses import replace

import pyotp
import pytest

from tests.app.views.reading import text, words
from tests.app.views.test_factors import PLACE, enrol, later
from tests.conftest import NOW


@pytest.fixture
def strict(app):
    """The house asks second factors from today on; what it asked before is put back."""
    before = app.extensions["settings"]
    app.extensions["settings"] = replace(before, second_factor_from=NOW.date())
    yield app
    app.extensions["settings"] = before


def come_in(app, client_of, login, secret):
    """Sign in with password and code."""
    door = client_of()
    target = door.sign_in(login).location
    door.read_token(target)
    shown = {"code": pyotp.TOTP(secret).at(app.extensions["settings"].now)}
    assert door.send(target, shown).status_code == 302
    return door


def test_who_came_in_with_a_password_is_led_to_a_second_factor_and_nothing_is_done(
    strict, client_of, road
):
    officer = client_of("officer")
    path = f"/cases/{road.id}/network/export/graphml"
    answer = officer.get(path)
    assert (answer.status_code, answer.location.partition("?")[0]) == (303, "/sign-in/again")
    page = text(officer.get(answer.location))
    assert "gegevens uitvoeren" in page
    assert PLACE in page
    assert officer.get(f"/cases/{road.id}").status_code == 200


def test_a_fresh_second_factor_opens_and_an_old_one_asks_to_sign_in_again_and_leads_back(
    strict, client_of, road
):
    secret, _ = enrol(client_of("officer"))
    later(strict, minutes=1)
    door = come_in(strict, client_of, "officer", secret)
    path = f"/cases/{road.id}/network/export/graphml"
    assert door.get(path).status_code == 200
    later(strict, minutes=29)
    assert door.get(path).status_code == 200
    later(strict, minutes=1)
    answer = door.get(path)
    assert answer.status_code == 303
    page = door.get(answer.location)
    assert "30 minuten" in words(page)
    door.read_token(answer.location)
    back = door.send("/sign-in/again", {"next": path})
    assert back.location == f"/sign-in?next={path}&again=1"
    assert door.get(path).status_code == 302, "signed out"


def test_what_is_changed_asks_it_and_leads_to_the_page_of_the_act(strict, client_of):
    secret, _ = enrol(client_of("admin"))
    later(strict, minutes=1)
    door = come_in(strict, client_of, "admin", secret)
    assert door.get("/people/keys").status_code == 200
    later(strict, minutes=20)
    assert door.get("/people/keys").status_code == 200
    later(strict, minutes=11)
    door.read_token("/people/keys")
    answer = door.send("/people/keys", {"key": "seal", "reason": "once a year"})
    assert answer.status_code == 303
    assert 'value="/people/keys"' in text(door.get(answer.location))


def test_no_way_leads_out_of_the_house(strict, client_of):
    officer = client_of("officer")
    for odd in ("https://elsewhere.example/x", "//elsewhere.example", "/cases/../../x", "/nowhere"):
        page = text(officer.get(f"/sign-in/again?next={odd}"))
        assert 'value="https:' not in page
        assert 'href="https://elsewhere' not in page
        assert '="//elsewhere' not in page


def test_a_house_that_asks_no_second_factor_asks_nothing_here(client_of, road):
    officer = client_of("officer")
    assert officer.get(f"/cases/{road.id}/network/export/graphml").status_code == 200
