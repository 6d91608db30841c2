"""What every page knows: who looks, in which language, and only the ways that are open."""

import re
from pathlib import Path

import pytest
from flask import g

from app import context
from tests.app.views.reading import text


def ways(page):
    """The addresses in the navigation."""
    return set(re.findall(r'href="([^"]+)"', page.partition("<nav")[2].partition("</nav>")[0]))


OPEN = {
    "officer": ({"/cases", "/meetings"}, {"/trail", "/people", "/support"}),
    "care": ({"/support"}, {"/trail", "/people"}),
    "auditor": ({"/trail"}, {"/people", "/support"}),
    "admin": ({"/people"}, {"/trail", "/support"}),
}


@pytest.mark.parametrize("login", list(OPEN))
def test_a_way_is_offered_to_whoever_could_ever_go_it(client_of, login):
    there, hidden = OPEN[login]
    found = ways(text(client_of(login).get("/help")))
    assert there <= found
    assert not hidden & found


@pytest.mark.parametrize("login", list(OPEN))
def test_every_way_that_is_offered_leads_somewhere(client_of, login):
    visitor = client_of(login)
    found = ways(text(visitor.get("/help")))
    assert {path: visitor.get(path).status_code for path in found} == dict.fromkeys(found, 200)


def test_a_stranger_is_offered_nothing(client_of):
    page = text(client_of().get("/sign-in"))
    assert not {"/cases", "/trail", "/people", "/account"} & set(
        re.findall(r'href="([^"]+)"', page)
    )


@pytest.mark.parametrize(
    ("asked", "spoken"),
    [("nl", "nl"), ("en-GB,en;q=0.9", "en"), ("fr,en;q=0.5", "en"), ("fr", "nl"), ("", "nl")],
)
def test_a_stranger_is_spoken_to_as_the_browser_asks(app, asked, spoken):
    with app.test_request_context(headers={"Accept-Language": asked}):
        assert context.language() == spoken


def test_the_account_comes_before_the_browser(client_of):
    page = client_of("officer").get("/help", headers={"Accept-Language": "en"})
    assert re.search(r'<html[^>]* lang="nl"', text(page))


def test_a_program_is_answered_in_the_language_it_asks_for(app):
    with app.test_request_context("/api/v1/cases", headers={"Accept-Language": "en"}):
        assert context.language() == "en"


def test_files_of_the_house_are_known_by_their_content(app):
    with app.test_request_context():
        name = next(
            str(path.relative_to(app.static_folder))
            for path in Path(app.static_folder).rglob("*.css")
            if "vendor" not in path.parts
        )
        assert re.search(r"\?v=[0-9a-f]{10}$", context.static_url(name))
        assert context.static_url("nowhere.css").endswith("?v=0")
        app.extensions["vendor"] = {"a.js": "abc"}
        assert context.asset("a.js").endswith("/vendor/a.js?v=abc")


def test_scripts_of_a_page_carry_the_nonce_of_its_answer(client_of):
    answer = client_of("officer").get("/help")
    nonce = re.search(r"'nonce-([\w-]+)'", answer.headers["Content-Security-Policy"])[1]
    scripts = re.findall(r"<script[^>]*>", text(answer))
    assert scripts
    assert all(f'nonce="{nonce}"' in script or 'src="/' in script for script in scripts)


def test_amounts_and_days_are_written_as_the_reader_does(app):
    with app.test_request_context(headers={"Accept-Language": "nl"}):
        g.pop("flask_babel", None)
        write = app.jinja_env.from_string("{{ 123456|amount }} {{ today|dateformat }}").render
        assert write(today=context.now().date()).replace("\xa0", " ") == "€ 1.234,56 2 mrt 2026"
        given = app.jinja_env.from_string("{{ '44.5'|exact }} {{ '1234.56789'|exact }}").render()
        assert given == "44,5 1.234,56789"


def test_a_case_that_is_called_by_its_reference_shows_it_once(app):
    source = '{% import "macros/case.html" as c %}{{ c.named(title, "R03") }}'
    with app.test_request_context():
        shown = app.jinja_env.from_string(source).render
        assert shown(title="R03").count("R03") == 1
        assert shown(title="Loods").startswith("Loods <span")
