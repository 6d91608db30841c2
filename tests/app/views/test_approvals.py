"""Waiting for a second person, over the web: opened, the password once more, once."""

import ast
import re

import pytest

from bureau.operations import holds
from tests.app.views.reading import address, text, words
from tests.architecture import tree
from tests.bureau.operations.road import Road
from tests.walls.visiting import PASSWORD

WRONG = "eight cranes on a quay"
ANSWERS = {"approve", "approve_dossier", "approve_plan", "settle_grant", "settle_mandate"}
ANSWERS |= {"settle_plan"}


@pytest.fixture
def road(house):
    """A case whose hold the officer asks to lift."""
    made = Road(house.work_of, house.actors)
    with made.by("officer") as work:
        holds.set_hold(work, made.id, "a claim")
        holds.ask_lifting(work, made.id, "the claim is settled")
    return made


def form(page, **more):
    """What the form of the second person sends."""
    hidden = {
        name: re.search(rf'name="{name}"[^>]*value="([^"]*)"', page)[1]
        for name in ("version", "digest")
    }
    return {**hidden, "own_password": PASSWORD, **more}


def agreed(second):
    """The answer to agreeing with the first thing that waits."""
    place = address(text(second.get("/approvals")), "approvals/[0-9a-f]")
    return second.send(f"{place}/agreement", form(text(second.get(place))))


def test_it_stands_on_the_first_page_is_opened_and_agreed_to(road, client_of):
    second = client_of("second")
    assert "settled" not in words(second.get("/"))
    place = address(text(second.get("/")), "approvals/[0-9a-f]")
    page = second.get(place)
    assert {"a claim", "the claim is settled"} <= {
        each for each in ("a claim", "the claim is settled") if each in words(page)
    }
    wrong = second.send(f"{place}/agreement", form(text(page), own_password=WRONG))
    assert wrong.status_code == 422
    assert second.send(f"{place}/agreement", form(text(page))).status_code == 302
    assert second.send(f"{place}/agreement", form(text(page))).status_code == 409
    with road.by("second") as work:
        assert holds.read_hold(work, road.id) is None


def test_it_is_refused_withdrawn_and_asked_again(road, client_of):
    officer, second = client_of("officer"), client_of("second")
    place = address(text(second.get("/approvals")), "approvals/[0-9a-f]")
    version = {"version": form(text(second.get(place)))["version"]}
    assert second.send(f"{place}/refusal", {**version, "reason": ""}).status_code == 422
    sent = second.send(f"{place}/refusal", {**version, "reason": "The claim runs on."})
    assert sent.status_code == 302
    assert "The claim runs on." in words(officer.get("/approvals"))
    again = officer.send(f"{place}/again", {"version": "2"})
    assert again.status_code == 302
    new = again.headers["Location"]
    assert officer.send(f"{new}/withdrawal", {"version": "9"}).status_code == 409
    assert officer.send(f"{new}/withdrawal", {"version": "1"}).status_code == 302
    assert address(text(officer.get("/approvals")), "approvals/[0-9a-f]")
    assert second.get(new).status_code == 200


def test_who_has_no_say_finds_nothing(road, client_of):
    place = address(text(client_of("second").get("/approvals")), "approvals/[0-9a-f]")
    for login in ("mayor", "admin", "outsider"):
        assert client_of(login).get(place).status_code == 404


def calls(node):
    return {
        call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        for call in ast.walk(node)
        if isinstance(call, ast.Call)
    }


def test_every_page_on_which_somebody_agrees_asks_for_the_password_again():
    bare = [
        f"{path.stem}.{node.name}"
        for path in tree.files("*.py", "app/views")
        for node in tree.parsed(path).body
        if isinstance(node, ast.FunctionDef)
        if calls(node) & ANSWERS and "confirm" not in calls(node)
    ]
    assert bare == []
