"""Sign-ins: new at every entrance, dead after leaving, and never longer than they should be."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from bureau.model import Session, User, UserRole
from bureau.rules.vocabulary import Role
from bureau.trust.latch import LOCKED_FOR, MOST_FAILURES
from tests.conftest import NOW
from tests.walls.visiting import PASSWORD

pytestmark = pytest.mark.xdist_group("walls")

COOKIE = "__Host-bureau"
AT_THE_DOOR = "/sign-in"


def cookie(client):
    return client.get_cookie(COOKIE)


def inside(client):
    """Whether this client is signed in."""
    return client.get("/account").status_code == 200


def later(app, **after):
    """Let time pass in this house."""
    settings = app.extensions["settings"]
    app.extensions["settings"] = replace(settings, now=settings.now + timedelta(**after))


def with_user(app, login, change):
    with app.extensions["sessions"].begin() as session:
        change(session, session.scalars(select(User).where(User.login == login)).one())


def test_nothing_of_an_earlier_session_survives_coming_in(app, client_of):
    client = client_of()
    client.get(AT_THE_DOOR)
    with client.session_transaction(base_url="https://localhost") as session:
        session["planted"] = "by somebody else"
        session["_user_id"] = "a secret that somebody knows"
    before = cookie(client).value
    assert client.sign_in("officer").status_code == 302
    assert cookie(client).value != before
    with client.session_transaction(base_url="https://localhost") as session:
        assert "planted" not in session
        assert session["_user_id"] != "a secret that somebody knows"


def test_every_entrance_has_a_secret_of_its_own(app, client_of):
    for _ in range(3):
        client_of("officer")
    with app.extensions["sessions"]() as session:
        digests = session.scalars(select(Session.digest)).all()
    assert len(set(digests)) == 3


def test_a_copy_of_the_cookie_is_worthless_after_signing_out(client_of):
    client, thief = client_of("officer"), client_of()
    thief.set_cookie(COOKIE, cookie(client).value)
    assert inside(thief)
    assert client.send("/sign-out").status_code == 302
    assert not inside(thief)
    assert not inside(client)


def test_ending_all_sign_ins_ends_those_of_other_machines(client_of):
    one, other = client_of("officer"), client_of("officer")
    assert one.send("/account/sessions").status_code == 302
    assert not inside(other)
    assert not inside(one)


def test_a_disabled_account_is_out_on_the_next_request(app, client_of):
    client = client_of("officer")
    with_user(app, "officer", lambda _, user: setattr(user, "active", False))
    assert client.get("/").status_code == 302
    assert client.sign_in("officer").status_code == 401


def test_an_administrator_puts_somebody_out_and_they_are_out(app, client_of):
    admin, officer = client_of("admin"), client_of("officer")
    with app.extensions["sessions"]() as session:
        user_id = session.scalars(select(User.id).where(User.login == "officer")).one()
    assert admin.send(f"/people/{user_id}/sessions").status_code == 302
    assert not inside(officer)


def test_other_roles_hold_on_the_next_request(app, client_of):
    client = client_of("officer")
    assert client.get("/cases/new").status_code == 200

    def make_auditor(_, user):
        user.roles = [UserRole(role=Role.AUDITOR)]

    with_user(app, "officer", make_auditor)
    assert client.get("/cases/new").status_code == 404
    assert client.get("/trail").status_code == 200


def test_an_idle_sign_in_ends(app, client_of):
    client = client_of("officer")
    later(app, minutes=29)
    assert inside(client)
    later(app, minutes=29)
    assert inside(client)
    later(app, minutes=30)
    assert not inside(client)


def test_a_busy_sign_in_ends_too(app, client_of):
    client = client_of("officer")
    for _ in range(21):
        later(app, minutes=28)
        assert inside(client)
    later(app, minutes=28)
    assert not inside(client)


def test_the_cookie_is_for_this_house_and_for_no_script(client_of):
    client = client_of()
    client.read_token(AT_THE_DOOR)
    answer = client.send(AT_THE_DOOR, {"login": "officer", "password": PASSWORD})
    [said] = answer.headers.getlist("Set-Cookie")
    parts = {part.strip().lower() for part in said.split(";")[1:]}
    assert said.startswith(f"{COOKIE}=")
    assert parts == {"secure", "httponly", "path=/", "samesite=strict"}


def test_the_cookie_tells_nothing_of_the_person(client_of):
    import base64

    payload = cookie(client_of("officer")).value.split(".")[0]
    plain = base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4))
    assert b"fficer" not in plain
    assert b"avermonde" not in plain


@pytest.mark.parametrize("value", ["", "x", "e30.x.y", "'; DROP TABLE session", "\u00e9" * 2000])
def test_a_cookie_that_was_tampered_with_opens_nothing(client_of, value):
    client = client_of("officer")
    good = cookie(client).value
    for forged in (value.encode("ascii", "ignore").decode(), good[:-1], good[1:], good + "x"):
        client.set_cookie(COOKIE, forged)
        assert client.get("/account").status_code == 302


WAYS_OUT = (
    *(
        "//evil.example",
        "///evil.example",
        "////evil.example",
        "/\\evil.example",
        "\\\\evil.example",
    ),
    *("https://evil.example", "http://evil.example", "HTTPS://EVIL.EXAMPLE", "ftp://evil.example"),
    *(
        "https:evil.example",
        "https:/evil.example",
        "https:///evil.example",
        "http:\\\\evil.example",
    ),
    *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript://evil.example/%0aalert(1)"),
    *("data:text/html,x", "vbscript:msgbox(1)", "mailto:a@evil.example", "file:///etc/passwd"),
    *("//evil.example/%2f..", "/%09/evil.example", "/%5cevil.example", "//evil%E3%80%82example"),
    *("/\t/evil.example", "\t//evil.example", " //evil.example", "\n//evil.example"),
    *("/\n/evil.example", "/\r/evil.example", "\x00//evil.example", "/\x00/evil.example"),
    *("@evil.example", "localhost@evil.example", "https://localhost@evil.example", ".evil.example"),
    *("//localhost:80@evil.example", "https://localhost.evil.example", "//[::1]@evil.example"),
    *("/..//evil.example", "./\\evil.example", "?next=//evil.example", "#//evil.example"),
    *("\u2028//evil.example", "/\u2044evil.example", "//evil.example\\@localhost", "evil.example"),
)


@pytest.mark.parametrize("door", ["sign_in", "language"])
def test_no_link_leads_out_of_the_house(client_of, door):
    assert len(WAYS_OUT) >= 40
    client, wrong = client_of("officer"), []
    for target in WAYS_OUT:
        if door == "language":
            answer = client.send("/language", {"language": "nl", "next": target})
        else:
            client = client_of()
            client.read_token(AT_THE_DOOR)
            answer = client.post(
                AT_THE_DOOR,
                query_string={"next": target},
                data={
                    "csrf_token": client.form_token,
                    "login": "officer",
                    "password": PASSWORD,
                },
            )
        where = answer.headers["Location"]
        if not stays(where):
            wrong.append((target, where))
    assert wrong == []


def stays(where):
    """Whether a browser that follows this address stays: blanks inside are dropped (WHATWG)."""
    plain = "".join(sign for sign in where if sign not in "\t\r\n").strip().replace("\\", "/")
    return plain.startswith("/") and not plain.startswith("//")


def test_a_path_of_the_house_is_followed(client_of):
    client = client_of()
    assert client.sign_in("officer", target="/cases").headers["Location"] == "/cases"


def test_a_wrong_login_and_a_wrong_password_look_the_same(app, client_of):
    pages = set()
    with_user(app, "second", lambda _, user: setattr(user, "active", False))
    for login, password in (
        ("officer", "a wrong password"),
        ("nobody-here", PASSWORD),
        ("second", PASSWORD),
        ("officer", "x"),
    ):
        client = client_of()
        answer = client.sign_in(login, password)
        page = answer.get_data(as_text=True).replace(login, "LOGIN")
        for noise in (client.read_token(AT_THE_DOOR),):
            page = page.replace(noise, "")
        pages.add((answer.status_code, tokenless(page)))
    assert len(pages) == 1


def tokenless(page):
    """A page without its tokens and nonces."""
    import re

    page = re.sub(r'nonce="[^"]+"', "", page)
    return re.sub(r'(name="csrf_token"[^>]*value=")[^"]+', r"\1", page)


def test_guessing_locks_the_account_for_a_while_and_tells_nobody(app, client_of):
    client = client_of()
    answers = [client.sign_in("officer", f"wrong {n}").status_code for n in range(MOST_FAILURES)]
    assert set(answers) == {401}
    assert client.sign_in("officer").status_code == 401
    later(app, seconds=LOCKED_FOR.total_seconds())
    assert client_of().sign_in("officer").status_code == 302


def test_hammering_at_the_door_ends_early(client_of):
    client = client_of()
    client.read_token(AT_THE_DOOR)
    form = {"login": "nobody-here", "password": "wrong"}
    answers = [client.send(AT_THE_DOOR, form).status_code for _ in range(25)]
    assert answers[0] == 401
    assert answers[-1] == 429


def test_coming_and_going_stand_in_the_trail(app, client_of):
    from bureau.model import Event

    client = client_of("officer")
    client.send("/sign-out")
    client.sign_in("officer", "a wrong password")
    with app.extensions["sessions"]() as session:
        kinds = session.scalars(select(Event.kind).order_by(Event.seq)).all()
    wanted = ["session.opened", "session.ended", "session.failed"]
    assert [kind for kind in kinds if kind.startswith("session")] == wanted
    assert app.extensions["settings"].now == NOW


def test_asvs_6_3_8_a_closed_door_looks_the_same_for_a_login_that_does_not_exist(client_of):
    def heard(login):
        client = client_of()
        pages = []
        for number in range(MOST_FAILURES + 3):
            answer = client.sign_in(login, f"wrong {number}")
            page = tokenless(answer.get_data(as_text=True).replace(login, "LOGIN"))
            pages.append((answer.status_code, page))
        return pages

    assert heard("officer") == heard("nobody-here")
