"""Retention and destruction on their pages."""

import re

import pytest

from tests.app.views.reading import text, version, words
from tests.bureau.operations.road import at
from tests.bureau.operations.test_destructions import closed
from tests.walls.visiting import PASSWORD

__all__ = ["closed"]


@pytest.fixture
def app(open_house):
    """The house on a day on which the term is over."""
    return open_house(now=at("2032-06-01"))


def test_a_plan_is_made_approved_and_executed(closed, client_of):
    officer, second = client_of("officer"), client_of("second")
    assert closed.reference in words(officer.get("/retention"))
    wrong = officer.send("/retention/plans", {"files": ["SCR-2026-XXXXXX"]})
    assert wrong.status_code == 422
    made = officer.send("/retention/plans", {})
    assert made.status_code == 302
    place = re.sub(r"^https?://[^/]+", "", made.location)
    page = text(second.get(place))
    said = {
        "version": version(page, f"{place}/answer"),
        "answer": "approve",
        "reason": "read",
        "own_password": PASSWORD,
    }
    assert second.send(f"{place}/answer", {**said, "own_password": "wrong"}).status_code == 422
    assert second.send(f"{place}/answer", said).status_code == 302
    page = text(officer.get(place))
    done = {"version": version(page, f"{place}/execution"), "own_password": ""}
    assert officer.send(f"{place}/execution", done).status_code == 422
    done["own_password"] = PASSWORD
    assert officer.send(f"{place}/execution", done).status_code == 302
    assert "Verklaring van vernietiging" in words(officer.get(place))
    for part in ("", "/rights", "/corrections", "/decision", "/letters", "/aftercare", "/review"):
        assert officer.get(f"/cases/{closed.id}{part}").status_code == 200, part
    assert client_of("outsider").get(place).status_code == 404


def test_a_file_is_held_and_let_go(closed, client_of):
    officer, second = client_of("officer"), client_of("second")
    base = f"/cases/{closed.id}/rights/hold"
    assert officer.send(base, {"reason": ""}).status_code == 422
    assert officer.send(base, {"reason": "a claim"}).status_code == 302
    assert "a claim" in words(officer.get("/retention"))
    assert second.send(f"{base}/end", {"reason": ""}).status_code == 422
    assert second.send(f"{base}/end", {"reason": "settled"}).status_code == 302
