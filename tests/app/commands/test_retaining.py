"""Retention on the command line: a plan in a file, its approval, its execution."""

import json
from types import SimpleNamespace

import pytest
from sqlalchemy import select

from bureau.entry import actor_of
from bureau.model import User
from bureau.operations import aftercare, decisions
from bureau.work import begin
from tests.bureau.operations.road import Road
from tests.conftest import NOW
from tests.walls.visiting import PASSWORD

LATER = "2032-06-01T09:00:00+00:00"


@pytest.fixture
def closed(terminal, monkeypatch):
    """A closed file, seen from a day on which its term is over."""
    with terminal.sessions() as session:
        people = {user.login: actor_of(user) for user in session.scalars(select(User))}
    road = Road(
        lambda actor, now=NOW: begin(terminal.sessions, actor, now, purpose="test"),
        SimpleNamespace(**people),
    )
    road.to_decision()
    road.decide()
    road.make_known()
    with road.by("officer", "04-02") as work:
        decisions.register_report(work, road.id, [road.applicant], "serious danger")
    with road.by("officer", "05-20") as work:
        aftercare.close_case(work, road.id, "nothing is watched")
    monkeypatch.setenv("BUREAU_NOW", LATER)
    monkeypatch.setenv("BUREAU_OWN_PASSWORD", PASSWORD)
    return road


def test_the_name_of_somebody_else_alone_approves_and_destroys_nothing(
    terminal, closed, tmp_path, monkeypatch
):
    path = str(tmp_path / "plan.json")
    terminal.ask("officer", "retain", "plan", "--out", path)
    for given in ("", "another one altogether"):
        monkeypatch.setenv("BUREAU_OWN_PASSWORD", given)
        outcome = terminal.refuse("second", "retain", "approve", path, "--reason", "read")
        assert (outcome.code, outcome.refusal["where"]) == (2, {"option": "--as"})
    monkeypatch.setenv("BUREAU_OWN_PASSWORD", PASSWORD)
    terminal.ask("second", "retain", "approve", path, "--reason", "read")
    monkeypatch.delenv("BUREAU_OWN_PASSWORD")
    assert terminal.refuse("officer", "retain", "execute", path).code == 2
    monkeypatch.setenv("BUREAU_OWN_PASSWORD", PASSWORD)
    assert terminal.ask("officer", "retain", "execute", path)["state"] == "executed"


def test_a_plan_goes_into_a_file_and_a_second_person_approves_it(terminal, closed, tmp_path):
    lines = terminal.ask("officer", "retain", "list")
    assert {(row["class"], row["due"]) for row in lines} == {("REFUSED", True), ("NOTES", True)}
    assert len(terminal.ask("officer", "retain", "plan")) == 2
    path = tmp_path / "plan.json"
    made = terminal.ask("officer", "retain", "plan", "--out", str(path))
    assert (made["state"], made["parts"]) == ("waiting", 2)
    terminal.refuse("officer", "retain", "execute", str(path))
    terminal.refuse("officer", "retain", "approve", str(path), "--reason", "own plan")
    said = terminal.ask("second", "retain", "approve", str(path), "--reason", "read")
    assert said["state"] == "approved"
    changed = tmp_path / "changed.json"
    changed.write_text(json.dumps({**json.loads(path.read_text()), "plan": {"lines": []}}))
    terminal.refuse("officer", "retain", "execute", str(changed))
    done = terminal.ask("officer", "retain", "execute", str(path))
    assert done["state"] == "executed"
    assert done["records"] > 10
    assert terminal.ask("officer", "case", "show", closed.reference)["case"] == closed.reference


def test_what_is_held_about_a_person_is_printed(terminal, closed):
    name = "De Ankerplaats B.V."
    found = terminal.ask("officer", "case", "export-person", closed.reference, name)
    assert found["schema"] == "bureau-person-2"
    assert found["party"]["name"] == name
    terminal.refuse("officer", "case", "export-person", closed.reference, "Nobody")
    terminal.refuse("second", "case", "export-person", closed.reference, name)
