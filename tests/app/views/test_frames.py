"""The frame of a case: tabs by leave, and nothing for whoever has none."""

import re
from uuid import uuid4

import pytest

from app.views.frames import TABS
from tests.app.views.reading import text
from tests.bureau.operations.table import EARLY, Table

CHANGING = re.compile(r'[0-9a-f]{8}-[0-9a-f-]{27}|nonce="[^"]*"|value="[^"]*"')


def test_every_tab_is_a_page(app):
    assert {endpoint for endpoint, *_ in TABS} <= set(app.view_functions)


@pytest.mark.parametrize("login", ["officer", "second", "mayor"])
def test_every_tab_that_is_offered_opens(road, client_of, login):
    client = client_of(login)
    page = text(client.get(f"/cases/{road.id}"))
    tabs = page[page.index('class="tabs"') : page.index("</nav>", page.index('class="tabs"'))]
    found = re.findall(r'href="([^"]+)"', tabs)
    assert len(found) > 10
    assert {client.get(each).status_code for each in found} == {200}


@pytest.mark.parametrize("login", ["outsider", "police", "care", "admin", "auditor"])
def test_whoever_does_not_take_part_reads_what_an_absent_case_says(road, client_of, login):
    client = client_of(login)
    for tail in ("", "/application", "/parties", "/network", "/network.json", "/money", "/leads"):
        mine = client.get(f"/cases/{road.id}{tail}")
        absent = client.get(f"/cases/{uuid4()}{tail}")
        assert (mine.status_code, absent.status_code) == (404, 404)
        assert CHANGING.sub("?", text(mine)) == CHANGING.sub("?", text(absent))


@pytest.mark.parametrize("tail", ["/parties/new/person", "/imports/new", "/sources/new"])
def test_a_form_is_only_shown_to_whoever_may_send_it(road, client_of, tail):
    assert client_of("second").get(f"/cases/{road.id}{tail}").status_code == 404


def test_nobody_sees_a_page_without_signing_in(road, client_of, app):
    nobody = client_of("")
    for rule in app.url_map.iter_rules():
        path = rule.rule.replace("<uuid:case_id>", str(road.id))
        if "GET" in rule.methods and "/cases/" in path and "<" not in path:
            if not path.startswith("/api/"):
                assert "/sign-in" in (nobody.get(path).location or ""), path


def test_corrections_have_a_tab_where_a_case_is_shared(road, house, client_of):
    joint = Table(house.work_of, house.actors, **EARLY).case
    tab = 'href="/cases/{}/corrections"'
    page = text(client_of("coordinator").get(f"/cases/{joint}/corrections"))
    assert tab.format(joint) in page
    assert 'aria-current="page"' in page[page.index(tab.format(joint)) - 60 :][:200]
    assert tab.format(road.id) not in text(client_of("officer").get(f"/cases/{road.id}"))
