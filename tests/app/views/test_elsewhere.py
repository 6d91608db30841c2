"""Coming in with a sign-in elsewhere: where it is set up, and for whom it was linked."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from bureau.model import Factor, User
from bureau.model.factor import PASSKEY
from tests.app.views.reading import text, words
from tests.bureau.issuer_house import CLIENT, SECRET, issuing
from tests.conftest import NOW
from tests.walls.visiting import PASSWORD

DOOR, SUBJECT = "/sign-in/elsewhere", "person-1234-abcd"


@pytest.fixture(scope="module")
def open_issuer():
    with issuing() as found:
        yield found


@pytest.fixture
def issuer(app, open_issuer):
    """An issuer that the house trusts; what the house trusted before is put back."""
    before = app.extensions["settings"]
    app.extensions["settings"] = replace(
        before,
        origin="https://localhost",
        oidc_issuer=open_issuer.origin,
        oidc_client_id=CLIENT,
        oidc_client_secret=SECRET,
        oidc_acr="substantial",
    )
    yield open_issuer
    app.extensions["settings"] = before


@pytest.fixture
def linked(app, issuer, client_of):
    """The officer, linked by an administrator and by confirming it."""
    with app.extensions["sessions"]() as session:
        user_id = session.scalar(select(User.id).where(User.login == "officer"))
    asked = {"subject": SUBJECT, "shown": "pass 12", "own_password": PASSWORD}
    assert client_of("admin").send(f"/people/{user_id}/elsewhere", asked).status_code == 302
    officer = client_of("officer")
    page = text(officer.get("/account/elsewhere"))
    place = page[page.index("/account/elsewhere/") :].partition('"')[0]
    wrong = {"answer": "confirm", "password": "wrong"}
    assert officer.send(place, wrong).status_code == 422
    assert officer.send(place, {**wrong, "password": PASSWORD}).status_code == 302
    return user_id


def come(issuer, door, subject=SUBJECT, path=DOOR, **claims):
    """Go there and come back."""
    led = door.get(path)
    assert led.status_code == 302
    return door.get(issuer.authorize(led.location, NOW, subject, **claims))


def test_without_an_issuer_there_is_no_such_door(client_of):
    door = client_of()
    assert DOOR not in text(door.get("/sign-in"))
    for path in (DOOR, f"{DOOR}/back", f"{DOOR}/out"):
        assert door.get(path).status_code == 404


def test_a_linked_person_comes_in_and_goes_on_inside_the_house(issuer, linked, client_of):
    door = client_of()
    assert f'href="{DOOR}' in text(door.get("/sign-in?next=/cases"))
    answer = come(issuer, door, path=f"{DOOR}?next=/cases")
    assert answer.status_code == 200
    assert 'content="0; url=/cases"' in text(answer)
    assert door.get("/cases").status_code == 200
    assert "aanmelding elders" in words(door.get("/account"))


@pytest.mark.parametrize("odd", ["https://elsewhere.example/x", "//elsewhere.example", "/\\x"])
def test_it_leads_nowhere_outside_the_house(issuer, linked, client_of, odd):
    assert "elsewhere.example" not in text(come(issuer, client_of(), path=f"{DOOR}?next={odd}"))


def test_whoever_is_not_linked_hears_what_every_stranger_hears(app, issuer, linked, client_of):
    stranger = come(issuer, client_of(), "nobody-here-1234")
    with app.extensions["sessions"].begin() as session:
        session.get(User, linked).active = False
    closed = come(issuer, client_of())
    forged = client_of().get(f"{DOOR}/back?state=x&code=y")
    assert [each.status_code for each in (stranger, closed, forged)] == [401, 401, 401]
    assert words(stranger) == words(closed) == words(forged)


def test_what_is_begun_in_one_browser_ends_in_no_other_and_once_only(issuer, linked, client_of):
    one, other = client_of(), client_of()
    back = issuer.authorize(one.get(DOOR).location, NOW, SUBJECT)
    other.get(DOOR)
    assert other.get(back).status_code == 401
    assert one.get(f"{back}&iss=https://somebody.else.example").status_code == 401
    assert one.get(back).status_code == 401, "it was answered"


def test_a_level_that_is_too_low_is_said_plainly_to_anybody(issuer, linked, client_of):
    low = "http://eidas.europa.eu/LoA/low"
    for subject in (SUBJECT, "nobody-here-1234"):
        answer = come(issuer, client_of(), subject, acr=low)
        assert answer.status_code == 401
        assert "lager niveau" in words(answer)


def test_a_fresh_sign_in_there_opens_grave_acts_and_an_old_one_does_not(
    app, issuer, linked, client_of, road
):
    app.extensions["settings"] = replace(app.extensions["settings"], second_factor_from=NOW.date())
    path = f"/cases/{road.id}/network/export/graphml"
    door = client_of()
    old = int((NOW - timedelta(hours=1)).timestamp())
    assert come(issuer, door, auth_time=old).status_code == 200
    answer = door.get(path)
    assert answer.status_code == 303
    door.read_token(answer.location)
    left = door.send("/sign-in/again", {"next": path}).location
    assert "again=1" in text(door.get(left))
    assert come(issuer, door, path=f"{DOOR}?again=1&next={path}").status_code == 200
    assert issuer.asked["prompt"] == "login"
    assert door.get(path).status_code == 200


def test_one_factor_there_is_half_of_a_sign_in_for_whoever_has_a_factor_here(
    app, issuer, linked, client_of
):
    low = "http://eidas.europa.eu/LoA/low"
    app.extensions["settings"] = replace(app.extensions["settings"], oidc_acr="low")
    door = client_of()
    assert come(issuer, door, acr=low).status_code == 200
    assert "één factor" in words(door.get("/account"))
    with app.extensions["sessions"].begin() as session:
        given = {"kind": PASSKEY, "name": "p", "made_at": NOW, "confirmed_at": NOW}
        session.add(Factor(user_id=linked, **given))
    door = client_of()
    answer = come(issuer, door, path=f"{DOOR}?next=/cases", acr=low)
    assert 'content="0; url=/sign-in/code?next=/cases"' in text(answer)
    assert door.get("/sign-in/code").status_code == 200
    assert door.get("/cases").status_code == 302


def test_whoever_goes_out_is_shown_the_way_out_there(issuer, linked, client_of):
    door = client_of()
    come(issuer, door)
    assert door.get(f"{DOOR}/out").location == "/"
    door.read_token("/account")
    left = door.send("/sign-out").location
    assert f'href="{DOOR}/out"' in text(door.get(left))
    assert door.get(f"{DOOR}/out").location.startswith(f"{issuer.origin}/out?")


def test_an_issuer_that_is_away_leaves_the_other_doors_open(app, issuer, client_of):
    away = replace(app.extensions["settings"], oidc_issuer="http://127.0.0.1:9")
    app.extensions["settings"] = away
    door = client_of()
    for path in (DOOR, f"{DOOR}/out"):
        answer = door.get(path)
        assert answer.status_code == 503
        assert 'name="password"' in text(answer)
