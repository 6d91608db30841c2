"""Coming in, going out, and the language of the house."""

import re

import pytest
from sqlalchemy import select

from bureau.model import Session as SignIn
from tests.app.views.reading import text, words
from tests.walls.visiting import BASE, PASSWORD

COOKIE = "__Host-bureau"


def cookie(visitor):
    """The cookie that this browser holds."""
    found = visitor.get_cookie(COOKIE, domain="localhost")
    return found.value if found else None


def spoken(answer):
    """The language that a page says it is in."""
    return re.search(r'<html[^>]* lang="(\w+)"', text(answer))[1]


def replay(app, value):
    """Somebody else with a copy of a cookie."""
    thief = app.test_client()
    thief.set_cookie(COOKIE, value, domain="localhost", secure=True)
    return thief


def test_coming_in_makes_the_cookie_anew(client_of):
    visitor = client_of()
    visitor.read_token("/sign-in")
    before = cookie(visitor)
    assert visitor.sign_in("officer").location == "/"
    assert cookie(visitor) not in (before, None)
    assert visitor.get("/cases").status_code == 200


def test_a_planted_cookie_does_not_come_in_with_its_victim(app, client_of):
    visitor = client_of()
    visitor.read_token("/sign-in")
    planted = cookie(visitor)
    assert visitor.sign_in("officer").status_code == 302
    assert replay(app, planted).get("/cases").status_code == 302


def test_each_sign_in_has_a_secret_of_its_own_that_the_database_does_not_hold(app, client_of):
    secrets = set()
    for _ in range(2):
        with client_of("officer").session_transaction(base_url=BASE) as kept:
            secrets.add(kept["_user_id"])
    assert len(secrets) == 2
    with app.extensions["sessions"]() as store:
        digests = set(store.scalars(select(SignIn.digest)))
    assert not digests & secrets


def test_after_going_out_a_copy_of_the_cookie_is_worthless(app, client_of):
    visitor = client_of("officer")
    copy = cookie(visitor)
    assert replay(app, copy).get("/cases").status_code == 200
    assert visitor.send("/sign-out").status_code == 302
    answer = replay(app, copy).get("/cases")
    assert (answer.status_code, answer.location.split("?")[0]) == (302, "/sign-in")


def test_going_out_takes_a_form_and_not_a_link(client_of):
    visitor = client_of("officer")
    assert visitor.get("/sign-out").status_code == 405
    assert visitor.post("/sign-out").status_code == 400
    assert visitor.get("/cases").status_code == 200


def test_asvs_14_3_1_the_browser_is_told_to_forget_when_one_goes_out(client_of):
    assert client_of("officer").send("/sign-out").headers["Clear-Site-Data"] == '"cache", "storage"'


def test_a_wrong_login_and_a_wrong_password_sound_alike(client_of):
    one, other = client_of(), client_of()
    wrong, nobody = one.sign_in("officer", "x" * 20), other.sign_in("nobody", "x" * 20)
    assert (wrong.status_code, nobody.status_code) == (401, 401)
    assert words(wrong).replace("officer", "") == words(nobody).replace("nobody", "")
    assert "x" * 20 not in text(wrong)


def test_whoever_is_in_is_not_asked_again(client_of):
    assert client_of("officer").get("/sign-in").location == "/"


@pytest.mark.parametrize(
    "target",
    [
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "/\\elsewhere.example",
        "\\\\elsewhere.example",
        "/x\\..\\elsewhere",
        "javascript:alert(1)",
        "elsewhere.example",
        "https:/elsewhere.example",
        "/\t/elsewhere.example",
        "/\n/elsewhere.example",
        "//[",
        "/[\r\nSet-Cookie: a=b",
        "/\x00",
        "/a b",
        "http://[",
        "",
    ],
)
def test_the_way_in_never_leads_outside(client_of, target):
    visitor = client_of()
    visitor.read_token("/sign-in")
    form = {"login": "officer", "password": PASSWORD}
    answer = visitor.send("/sign-in", form, query_string={"next": target})
    assert (answer.status_code, answer.location) == (302, "/")
    visitor.read_token()
    assert visitor.send("/language", {"language": "nl", "next": target}).location == "/"


def test_the_way_in_leads_on_to_the_page_that_was_asked_for(client_of):
    visitor = client_of()
    asked = visitor.get("/cases?kind=screening")
    assert asked.location.startswith("/sign-in?next=")
    answer = visitor.sign_in("officer", target="/cases%3Fkind%3Dscreening")
    assert answer.location == "/cases?kind=screening"


def test_a_language_chosen_sticks_here_and_in_the_account(client_of):
    visitor = client_of("officer")
    for code in ("nl", "en"):
        answer = visitor.send("/language", {"language": code, "next": "/cases"})
        assert answer.location == "/cases"
        assert spoken(visitor.get("/cases")) == code
        assert spoken(client_of("officer").get("/cases")) == code


def test_a_stranger_may_choose_a_language_too(client_of):
    visitor = client_of()
    visitor.read_token("/sign-in")
    for code in ("en", "nl"):
        visitor.send("/language", {"language": code})
        assert spoken(visitor.get("/sign-in")) == code


def test_a_language_that_is_not_spoken_changes_nothing(client_of):
    visitor = client_of("officer")
    visitor.send("/language", {"language": "en"})
    assert visitor.send("/language", {"language": "xx"}).status_code == 302
    assert spoken(visitor.get("/cases")) == "en"


def test_the_account_shows_the_open_sign_ins_and_ends_them_all(client_of):
    here, there = client_of("officer"), client_of("officer")
    page = words(here.get("/account"))
    assert "officer" in page
    assert text(here.get("/account")).count('<tr><th scope="row">') == 2
    assert here.send("/account/sessions").status_code == 302
    assert here.get("/cases").status_code == 302
    assert there.get("/cases").status_code == 302
    assert client_of("second").get("/cases").status_code == 200


CHANGE = {"password": PASSWORD, "new": "eleven gulls above a lock", "again": ""}
CHANGE["again"] = CHANGE["new"]


def test_another_password_ends_every_other_sign_in(client_of):
    here, there = client_of("officer"), client_of("officer")
    assert here.send("/account/password", CHANGE).location == "/account"
    assert here.get("/cases").status_code == 200
    assert there.get("/cases").status_code == 302
    assert client_of().sign_in("officer").status_code == 401
    visitor = client_of()
    visitor.read_token("/sign-in")
    form = {"login": "officer", "password": CHANGE["new"]}
    assert visitor.send("/sign-in", form).status_code == 302


@pytest.mark.parametrize(
    "wrong", [{"again": "something else entirely"}, {"new": "short", "again": "short"}]
)
def test_a_new_password_is_long_and_typed_twice(client_of, wrong):
    visitor = client_of("officer")
    answer = visitor.send("/account/password", {**CHANGE, **wrong})
    assert answer.status_code == 422
    assert 'role="alert"' in text(answer)
    assert client_of().sign_in("officer").status_code == 302


def test_another_password_takes_the_present_one(client_of):
    visitor = client_of("officer")
    answer = visitor.send("/account/password", {**CHANGE, "password": "eight cranes on a quay"})
    assert answer.status_code >= 400
    assert client_of().sign_in("officer").status_code == 302


def test_asvs_6_2_11_a_password_of_ones_own_names_is_refused_beside_its_field(client_of):
    visitor = client_of("officer")
    guessed = {"new": "officer Havermonde 1", "again": "officer Havermonde 1"}
    answer = visitor.send("/account/password", {**CHANGE, **guessed})
    assert answer.status_code == 422
    assert 'id="new-errors"' in text(answer)
    assert client_of().sign_in("officer").status_code == 302


def test_whoever_comes_in_reads_that_wrong_passwords_were_tried(client_of):
    stranger = client_of()
    for _ in range(2):
        stranger.sign_in("officer", "not the right password")
    visitor = client_of("officer")
    assert "2 verkeerde wachtwoorden" in words(visitor.get("/"))
    assert "verkeerde wachtwoorden" not in words(visitor.get("/"))
