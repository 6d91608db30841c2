"""Who is signed in: people by a sign-in kept on the server, programs by a token, never mixed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from app import login
from bureau.model import Session as SignIn
from bureau.model import User
from tests.conftest import NOW
from tests.walls.visiting import BASE


@pytest.fixture
def rows(app):
    """The sign-ins of this house."""

    def read():
        with app.extensions["sessions"]() as store:
            return list(store.scalars(select(SignIn)))

    return read


@pytest.fixture
def wait(app):
    """Let time go by in this house, counted from the start of the day."""

    def until(**gone):
        settings = app.extensions["settings"]
        app.extensions["settings"] = replace(settings, now=NOW + timedelta(**gone))

    return until


def test_a_sign_in_is_a_row_that_ends_when_one_goes_out(client_of, rows):
    visitor = client_of("officer")
    assert [row.ended_at for row in rows()] == [None]
    visitor.send("/sign-out")
    assert [row.ended_at for row in rows()] == [NOW]


@pytest.mark.parametrize(
    ("gone", "status"),
    [({"minutes": 29}, 200), ({"minutes": 30}, 302), ({"hours": 10}, 302)],
)
def test_whoever_stays_away_comes_in_anew(client_of, wait, gone, status):
    visitor = client_of("officer")
    wait(**gone)
    assert visitor.get("/cases").status_code == status


def test_a_working_day_ends_however_busy_it_was(client_of, wait):
    visitor = client_of("officer")
    status = []
    for minutes in range(25, 626, 25):
        wait(minutes=minutes)
        status.append(visitor.get("/account").status_code)
    assert status == [200] * 23 + [302, 302]


def test_a_made_up_secret_is_nobody(app):
    with app.test_request_context():
        assert login.load("made up") is None
        assert login.load("") is None


def test_a_cookie_of_another_house_is_nobody(app, client_of):
    visitor = client_of("officer")
    with visitor.session_transaction(base_url=BASE) as kept:
        kept["_user_id"] = "made up"
    assert visitor.get("/cases").status_code == 302
    app.secret_key = "another key"
    assert client_of().get("/cases").status_code == 302


def test_pages_know_no_tokens_and_the_interface_knows_no_cookies(app, client_of):
    visitor = client_of("officer")
    assert visitor.get("/api/v1/cases").status_code == 401
    answer = client_of().get("/cases", headers={"Authorization": "Bearer anything"})
    assert answer.status_code == 302


def test_a_program_is_challenged_and_a_person_is_led_to_the_door(client_of):
    visitor = client_of()
    challenge = visitor.get("/api/v1/cases").headers["WWW-Authenticate"]
    assert challenge.lower().startswith("bearer")
    assert "invalid_token" not in challenge
    wrong = visitor.get("/api/v1/cases", headers={"Authorization": "Bearer wrong"})
    assert "invalid_token" in wrong.headers["WWW-Authenticate"]
    assert visitor.get("/cases").location.startswith("/sign-in?next=")
    assert visitor.get("/support").location == "/sign-in"  # no address of it stays behind


def test_ten_wrong_passwords_lock_an_account_for_a_while(app, client_of, wait):
    visitor = client_of()
    for _ in range(10):
        assert visitor.sign_in("officer", "wrong" * 4).status_code == 401
    assert visitor.sign_in("officer").status_code == 401
    with app.extensions["sessions"]() as store:
        user = store.scalar(select(User).where(User.login == "officer"))
        assert user.locked_until > NOW
    wait(minutes=16)
    assert client_of().sign_in("officer").status_code == 302


def test_guesses_from_another_address_do_not_keep_the_owner_out(app, client_of):
    assert client_of("officer").get("/account").status_code == 200
    stranger = client_of()
    stranger.environ_base["REMOTE_ADDR"] = "203.0.113.9"
    for _ in range(12):
        assert stranger.sign_in("officer", "wrong" * 4).status_code == 401
    assert stranger.sign_in("officer").status_code == 401
    assert client_of().sign_in("officer").status_code == 302


def test_who_is_signed_in_is_out_when_the_screening_ran_out(app, client_of):
    visitor = client_of("officer")
    with app.extensions["sessions"].begin() as store:
        user = store.scalar(select(User).where(User.login == "officer"))
        user.screened_until = NOW.date() - timedelta(days=1)
    assert visitor.get("/cases").status_code == 302
    assert client_of().sign_in("officer").status_code == 401
