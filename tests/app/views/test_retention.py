"""Retention and destruction on their pages."""

import re

import pytest

from bureau.model import Case
from bureau.operations import members
from tests.app.views.reading import text, version, words
from tests.app.views.test_approvals import agreed
from tests.bureau.operations.road import at
from tests.bureau.operations.table import EARLY, Table
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
    assert officer.send(f"{base}/end", {"reason": ""}).status_code == 422
    assert officer.send(f"{base}/end", {"reason": "settled"}).status_code == 302
    assert agreed(second).status_code == 302


@pytest.fixture
def table(house):
    """A partnership case with a second pair of eyes."""
    table = Table(house.work_of, house.actors, **EARLY)
    with table.by("coordinator") as work:
        members.share_case(work, table.case, "second", "second reader", "four eyes")
        table.reference = work.session.get_one(Case, table.case).reference
    return table


def test_over_its_term_a_joint_case_shows_its_number_and_nothing_else(table, client_of):
    coordinator, place = client_of("coordinator"), f"/retention/cases/{table.case}"
    assert coordinator.get(f"/cases/{table.case}").status_code == 409
    listed = words(coordinator.get("/retention"))
    assert table.reference in listed
    assert "De Kade" not in listed.replace(table.reference, "")
    page = words(coordinator.get(place))
    assert table.reference in page
    assert "De Kade" not in page.replace(table.reference, "")
    assert "niets meer uit gelezen" in page


def test_a_joint_case_is_held_on_a_ground_and_let_go_by_a_second_person(table, client_of):
    coordinator, second = client_of("coordinator"), client_of("second")
    place = f"/retention/cases/{table.case}"
    said = {"hold-ground": "", "hold-reason": "a claim for damages"}
    assert coordinator.send(f"{place}/hold", said).status_code == 422
    assert coordinator.send(f"{place}/hold", {**said, "hold-ground": "claim"}).status_code == 302
    assert coordinator.get(f"/cases/{table.case}").status_code == 200
    assert "rechtsvordering" in words(second.get(place))
    assert second.send(f"{place}/hold/end", {"reason": "settled"}).status_code == 404
    assert coordinator.send(f"{place}/hold/end", {"reason": ""}).status_code == 422
    assert coordinator.send(f"{place}/hold/end", {"reason": "settled"}).status_code == 302
    assert agreed(second).status_code == 302
    assert coordinator.get(f"/cases/{table.case}").status_code == 409
