"""What programs and terminals are told of a case is what the pages of that same person may show."""

import html
import json

import pytest
from sqlalchemy import select

from bureau import founding
from bureau.model import Case, Entity
from bureau.operations import members, parties
from bureau.operations.sources import Learnt
from bureau.rules.vocabulary import Credibility
from bureau.work import begin
from tests.app.commands.house import Terminal
from tests.bureau.operations.place import add_source
from tests.walls import people
from tests.walls.gate import TODAY

pytestmark = pytest.mark.xdist_group("walls")

LOGINS = [login for login in people.COLUMNS if login not in ("disabled", "nobody")]
STAGES = ("known", "assess", "advised", "gaps", "planned")
# Which page of its own each part of an answer has; what is not named here stands on the overview.
PAGES = {
    "parties": "/parties",
    "findings": "/assessment",
    "assessments": "/assessment",
    "advices": "/assessment",
    "decisions": "/decision",
    "letters": "/letters",
    "gaps": "/application",
    "ordinary_grounds": "/ordinary-grounds",
}
OVERVIEW = {
    *("id", "version", "case", "kind", "title", "own_number", "organisation", "opened"),
    "capacity",
    *("state", "state_name", "scope", "scope_name", "clocks", "steps", "members", "moves"),
}
# What of a part can be read on its page, word for word.
READ = {"parties": ("id", "label"), "findings": ("text",), "decisions": ("reasons",)}


@pytest.fixture
def seated(gate):
    """The gate with a coordinator on every screening, and a protected person at every table."""
    for stage in STAGES:
        case_id = gate.world.stages[f"main.{stage}"]
        table = stage == "planned"
        actor = gate.world.actors["coordinator" if table else "officer"]
        with begin(gate.factory, actor, TODAY, purpose="test") as work:
            if table:
                learnt = Learnt(add_source(work, case_id), Credibility.PROBABLE)
                given = {"given_names": "Noor", "family_name": "Verborgen", "protected": True}
                person = parties.record_person(work, case_id, learnt, **given)
                parties.assign_role(work, case_id, person.id, "R06", learnt=learnt)
            else:
                members.share_case(work, case_id, "coordinator", "reader", "reads along")
    return gate


@pytest.fixture
def terminal(gate, capfd, monkeypatch):
    """A terminal in the same house."""
    monkeypatch.setenv("BUREAU_HOME", str(gate.home))
    monkeypatch.setenv("BUREAU_DEMO", "1")
    monkeypatch.setenv("BUREAU_NOW", TODAY.isoformat())
    monkeypatch.setattr(founding, "is_demonstration", lambda _: True)  # its clock stands still
    made = Terminal(gate.home, capfd, monkeypatch)
    yield made
    made.engine.dispose()


def shown(gate, login, path):
    """The text of a page, or None where this person finds nothing."""
    answer = gate.fresh(login).get(path)
    assert answer.status_code in (200, 404, 422)  # a table has no pages of a screening
    return html.unescape(answer.get_data(as_text=True)) if answer.status_code == 200 else None


def asked(gate, login, case_id):
    """The case as the interface tells it to a program of this person, in English."""
    client = gate.fresh(login)
    headers = {"Authorization": f"Bearer {client.bearer}", "Accept-Language": "en"}
    answer = client.get(f"/api/v1/cases/{case_id}", headers=headers)
    return answer.json if answer.status_code == 200 else None


def printed(terminal, login, reference):
    """The case as a command tells it to this person; None where there is nothing."""
    outcome = terminal.run("case", "show", reference, "--as", login, "--json")
    if outcome.code == 0:
        return outcome.answer
    assert outcome.refusal["error"] == "not_found"
    return None


def named(gate, case_id):
    """The ids and names of everybody in a case."""
    with gate.factory() as session:
        rows = session.execute(select(Entity.id, Entity.label).where(Entity.case_id == case_id))
        reference = session.get_one(Case, case_id).reference
        return [(str(row.id), row.label) for row in rows], reference


def too_much(gate, login, told, case_id):
    """Every part of an answer that no page shows to this person."""
    for part, path in PAGES.items():
        page = shown(gate, login, f"/cases/{case_id}{path}")
        if page is None and told[part]:
            yield f"{login}: {part} without a page"
        for row in told[part] if page is not None else []:
            missing = [name for name in READ.get(part, ()) if row[name] not in page]
            yield from (f"{login}: {part} with {name} {row[name]}" for name in missing)


@pytest.mark.parametrize("login", LOGINS)
def test_no_answer_tells_more_than_the_pages_of_its_reader(seated, terminal, login):
    wrong = []
    for stage in STAGES:
        case_id = seated.world.stages[f"main.{stage}"]
        known, reference = named(seated, case_id)
        program, command = asked(seated, login, case_id), printed(terminal, login, reference)
        overview = shown(seated, login, f"/cases/{case_id}")
        assert (program is None) == (command is None) == (overview is None)
        if program is None:
            continue
        assert set(program) == OVERVIEW | set(PAGES)
        assert {**program, **command} == program
        wrong += too_much(seated, login, program, case_id)
        if shown(seated, login, f"/cases/{case_id}/parties") is None:
            for where in (json.dumps(program), json.dumps(command), overview):
                wrong += [pair for pair in known if pair[0] in where or f'"{pair[1]}"' in where]
            wrong += [label for _, label in known if f">{label}<" in overview]
    assert wrong == []


def test_there_is_something_to_keep_inside(seated):
    inside, outside = {}, {}
    for stage in STAGES:
        case_id = seated.world.stages[f"main.{stage}"]
        table = stage == "planned"
        inside[stage] = asked(seated, "coordinator" if table else "officer", case_id)
        outside[stage] = asked(seated, "police" if table else "coordinator", case_id)
    for part in PAGES:
        assert [stage for stage, told in inside.items() if told[part]], part
        assert not [stage for stage, told in outside.items() if told[part]], part
    assert [(row["label"], row["protected"]) for row in inside["planned"]["parties"]] == [
        ("Noor Verborgen", True)
    ]


def test_without_leave_a_case_looks_as_if_it_had_nothing_inside(seated):
    full, bare = (seated.world.stages[f"main.{name}"] for name in ("planned", "session"))
    told, none = asked(seated, "police", full), asked(seated, "police", bare)
    for varying in ("id", "case", "title", "version"):
        told.pop(varying), none.pop(varying)
    assert told == none
