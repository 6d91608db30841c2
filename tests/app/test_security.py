"""What every answer carries, whatever it is and whoever asked for it."""

import re

import pytest

from app.security import YEAR

ANSWERS = (
    ("officer", "/", 200),
    ("officer", "/nowhere", 404),
    ("officer", "/trail", 404),
    ("", "/sign-in", 200),
    ("", "/cases", 302),
    ("", "/healthz", 200),
    ("", "/sign-out", 405),
    ("", "/api/v1/cases", 401),
    ("", "/static/nowhere.css", 404),
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Strict-Transport-Security": f"max-age={YEAR}; includeSubDomains",
}


@pytest.mark.parametrize(("login", "path", "status"), ANSWERS)
def test_every_answer_carries_every_header(client_of, login, path, status):
    answer = client_of(login).get(path)
    assert answer.status_code == status
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    policy = answer.headers["Content-Security-Policy"]
    for part in ("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"):
        assert part in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "*" not in policy


@pytest.mark.parametrize(("login", "path", "status"), ANSWERS[:-1])
def test_nothing_of_it_stays_in_a_browser(client_of, login, path, status):
    answer = client_of(login).get(path)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Cookie" in answer.headers["Vary"]


def test_a_cookie_is_for_this_house_alone_and_out_of_reach_of_scripts(client_of):
    visitor = client_of()
    visitor.read_token("/sign-in")
    answer = visitor.sign_in("officer")
    [cookie] = answer.headers.getlist("Set-Cookie")
    name, _, rest = cookie.partition("=")
    assert name == "__Host-bureau"
    parts = {part.strip().lower() for part in rest.split(";")[1:]}
    assert {"secure", "httponly", "samesite=strict", "path=/"} <= parts
    assert not [part for part in parts if part.startswith("domain")]


def test_the_interface_for_programs_sets_no_cookie(client_of):
    answer = client_of().get("/api/v1/cases")
    assert "Set-Cookie" not in answer.headers


def test_each_answer_has_a_nonce_of_its_own(client_of):
    visitor = client_of("officer")
    found = {
        re.search(r"'nonce-([\w-]{20,})'", visitor.get("/").headers["Content-Security-Policy"])[1]
        for _ in range(3)
    }
    assert len(found) == 3


def test_what_is_too_large_is_not_read(app, client_of):
    visitor = client_of("officer")
    app.config["MAX_CONTENT_LENGTH"] = 1000
    answer = visitor.send("/sign-out", {"more": "x" * 2000})
    assert answer.status_code == 413
    assert visitor.get("/cases").status_code == 200


def test_the_limits_are_those_of_the_settings(app):
    assert app.config["MAX_CONTENT_LENGTH"] == app.extensions["settings"].max_upload
    assert app.config["MAX_FORM_MEMORY_SIZE"] < app.config["MAX_CONTENT_LENGTH"]
