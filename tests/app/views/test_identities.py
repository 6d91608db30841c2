"""Links on the pages: an administrator asks and ends, an owner answers."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from bureau.model import Identity, User
from tests.app.views.reading import text, words
from tests.walls.visiting import PASSWORD

ASKED = {"subject": "person-1234-abcd", "shown": "pass 12", "own_password": PASSWORD}


@pytest.fixture
def place(app):
    """Where the links of the officer are; the house takes sign-ins elsewhere meanwhile."""
    before = app.extensions["settings"]
    app.extensions["settings"] = replace(before, oidc_issuer="https://login.example")
    with app.extensions["sessions"]() as session:
        user_id = session.scalar(select(User.id).where(User.login == "officer"))
    yield f"/people/{user_id}/elsewhere"
    app.extensions["settings"] = before


def link_of(app):
    with app.extensions["sessions"]() as session:
        return session.scalar(
            select(Identity.id).where(Identity.state.in_(("waiting", "confirmed")))
        )


def test_an_administrator_asks_with_the_own_password_and_ends_it(app, client_of, place):
    admin = client_of("admin")
    assert admin.send(place, {**ASKED, "own_password": "wrong"}).status_code == 422
    assert admin.send(place, {**ASKED, "shown": ""}).status_code == 422
    assert admin.send(place, ASKED).status_code == 302
    page = words(admin.get(place))
    assert "eindigt op abcd" in page
    assert "person-1234-abcd" not in text(admin.get(place))
    assert admin.send(f"{place}/{link_of(app)}/ending").status_code == 302
    assert link_of(app) is None


def test_an_owner_refuses_or_ends_a_link(app, client_of, place):
    admin, officer = client_of("admin"), client_of("officer")
    admin.send(place, ASKED)
    own = f"/account/elsewhere/{link_of(app)}"
    assert officer.send(f"{own}/answer", {"answer": "", "password": PASSWORD}).status_code == 422
    refused = {"answer": "refuse", "password": PASSWORD}
    assert officer.send(f"{own}/answer", refused).status_code == 302
    assert link_of(app) is None
    admin.send(place, ASKED)
    own = f"/account/elsewhere/{link_of(app)}"
    officer.send(f"{own}/answer", {**refused, "answer": "confirm"})
    assert "opent het account" in words(officer.get("/account/elsewhere"))
    assert officer.send(f"{own}/ending").status_code == 302
    assert client_of("admin").send(f"{own}/ending").status_code == 404
