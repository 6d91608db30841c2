"""Passkeys over the pages: made after a password, shown at the door and where a grave act asks."""

from dataclasses import replace

import pytest

from tests.app.views.reading import words
from tests.bureau.passkey_device import Device
from tests.walls.visiting import PASSWORD

OWN, PROOF, DOOR = "/account/factors/passkeys", "/account/proof", "/sign-in/passkey"
NAMED = {"name": "Telephone", "password": PASSWORD}


@pytest.fixture
def sited(app):
    """The house says under which address it is found."""
    settings = app.extensions["settings"]
    app.extensions["settings"] = replace(settings, origin="https://bureau.example")


@pytest.fixture
def officer(client_of):
    return client_of("officer")


def made(visitor):
    """A passkey of this visitor."""
    device = Device()
    options = visitor.send(f"{OWN}/options", NAMED).get_data(as_text=True)
    answer = visitor.send(OWN, {"name": "Telephone", "answer": device.make(options)})
    assert "Codes op papier" in words(answer)
    return device


def test_a_passkey_is_made_after_a_password_only(sited, officer):
    wrong = officer.send(f"{OWN}/options", {**NAMED, "password": "wrong"})
    assert wrong.status_code == 422
    assert "wachtwoord" in wrong.get_json()["detail"]
    made(officer)
    assert "Telephone" in words(officer.get("/account/factors"))
    assert officer.send(OWN, {"name": "Other", "answer": "{}"}).status_code == 422


def test_it_opens_the_door_alone(sited, officer, client_of):
    device, door = made(officer), client_of()
    door.read_token("/sign-in")
    options = door.send(f"{DOOR}/options").get_data(as_text=True)
    answer = {"answer": device.answer(options)}
    assert door.send(f"{DOOR}?next=/cases", answer).location == "/cases"
    assert "toegangssleutel" in words(door.get("/account"))
    stranger = client_of()
    stranger.read_token("/sign-in")
    assert stranger.send(DOOR, answer).status_code == 401
    assert stranger.send(DOOR, {"answer": ""}).status_code == 401


def test_what_it_earns_is_taken_where_a_password_is_asked(sited, officer):
    device = made(officer)
    options = officer.send(f"{PROOF}/options").get_data(as_text=True)
    word = officer.send(PROOF, {"answer": device.answer(options)}).get_json()["word"]
    form = {"purpose": "reading terms every night", "days": "30", "password": word}
    assert officer.send("/account/tokens", form).status_code == 200
    assert officer.send("/account/tokens", form).status_code >= 400
    assert officer.send(PROOF, {"answer": "{}"}).status_code == 422


def test_without_an_address_of_the_house_there_are_none(officer, client_of):
    for path in (f"{OWN}/options", OWN, f"{PROOF}/options", PROOF, f"{DOOR}/options", DOOR):
        assert officer.send(path).status_code == 404
    assert "passkeys.js" not in officer.get("/account/factors").get_data(as_text=True)
