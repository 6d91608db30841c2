"""Accounts from a terminal: the first founds the house, an administrator adds the others."""

import os
import pwd

import pytest
from sqlalchemy import select

from app.commands import door, people, proof
from bureau import acting
from bureau.errors import NotFound
from bureau.model import Event, User
from bureau.trust import passwords
from tests.app.commands.house import Terminal
from tests.conftest import NOW
from tests.test_config import OIDC
from tests.walls.visiting import PASSWORD

NEW = ("user", "add", "j.bakker", "--name", "J. Bakker", "--organisation", "havermonde")


@pytest.fixture
def bare(elsewhere, capfd, monkeypatch):
    """A terminal in a house where nobody lives yet."""
    monkeypatch.setenv("BUREAU_HOME", str(elsewhere))
    monkeypatch.setenv("BUREAU_NEW_PASSWORD", "seven cranes on a quay")
    made = Terminal(elsewhere, capfd, monkeypatch)
    yield made
    made.engine.dispose()


def test_an_administrator_adds_an_account_that_can_act_at_once(terminal, monkeypatch):
    monkeypatch.setenv("BUREAU_NEW_PASSWORD", "seven cranes on a quay")
    answer = terminal.ask("admin", *NEW, "--role", "officer", "--role", "coordinator")
    assert answer == {"login": "j.bakker", "waiting": []}
    words = ("--kind", "screening", "--title", "x", "--scope", "SC02", "--received", "2026-03-02")
    assert terminal.ask("j.bakker", "case", "open", *words)["case"]


def test_the_first_account_founds_the_house(bare):
    answer = bare.run(*NEW, "--role", "admin", "--json").answer
    assert answer == {"login": "j.bakker", "waiting": []}
    assert "user.added" in bare.trail()
    assert bare.run("db", "check", "--json").answer["ok"] is True


def test_the_first_account_must_be_an_administrator(bare):
    outcome = bare.run(*NEW, "--role", "officer", "--json")
    assert outcome.code == 2
    assert outcome.refusal["where"] == {"option": "--role"}
    assert sum(bare.stored().values()) == 0


@pytest.mark.parametrize("login", ["officer", "care", "auditor", "mayor", "outsider"])
def test_nobody_but_an_administrator_adds_one(terminal, login):
    before = terminal.stored()
    outcome = terminal.refuse(login, *NEW, "--role", "officer")
    assert (outcome.code, terminal.stored()) == (1, before)


def test_an_administrator_links_an_account_to_a_sign_in_elsewhere(terminal, monkeypatch):
    for name, value in OIDC.items():
        monkeypatch.setenv(name, value)
    words = ("user", "link", "officer", "--subject", "person-1234-abcd", "--shown", "pass 12")
    monkeypatch.setenv("BUREAU_OWN_PASSWORD", "wrong")
    assert terminal.refuse("admin", *words).code == 2
    monkeypatch.setenv("BUREAU_OWN_PASSWORD", PASSWORD)
    answer = terminal.ask("admin", *words)
    assert answer == {"login": "officer", "issuer": OIDC["BUREAU_OIDC_ISSUER"]}
    assert "identity.asked" in terminal.trail()


def test_a_login_is_given_once(terminal):
    terminal.ask("admin", *NEW, "--role", "officer")
    before = terminal.stored()
    outcome = terminal.refuse("admin", *NEW, "--role", "officer")
    assert outcome.code in (1, 2)
    assert outcome.refusal["error"] != "broken"
    assert terminal.stored() == before


def test_another_organisation_is_not_the_administrators_to_fill(terminal):
    words = ("user", "add", "x", "--name", "X", "--organisation", "police", "--role", "police")
    assert terminal.refuse("admin", *words).code == 1


@pytest.mark.parametrize(
    "words",
    [
        ("user", "add", "x", "--name", "X", "--organisation", "havermonde"),
        ("user", "add", "x", "--name", "X", "--organisation", "havermonde", "--role", "king"),
        ("user", "add", "--name", "X", "--organisation", "havermonde", "--role", "officer"),
        ("user", "add", "x", "--name", "", "--organisation", "havermonde", "--role", "officer"),
        (*NEW, "--role", "admin", "--role", "officer"),
        ("user", "add", "", "--name", "X", "--organisation", "havermonde", "--role", "officer"),
    ],
)
def test_an_account_that_cannot_be_is_not_added(terminal, words):
    before = terminal.stored()
    assert terminal.refuse("admin", *words).code == 2
    assert terminal.stored() == before


def test_a_weak_password_is_refused(terminal, monkeypatch):
    monkeypatch.setenv("BUREAU_NEW_PASSWORD", "short")
    before = terminal.stored()
    assert terminal.refuse("admin", *NEW, "--role", "officer").code == 2
    assert terminal.stored() == before


def test_a_password_is_asked_of_a_person_and_not_of_a_script(monkeypatch):
    monkeypatch.delenv("BUREAU_NEW_PASSWORD", raising=False)
    monkeypatch.setattr(proof.getpass, "getpass", lambda _: "seven cranes on a quay")
    monkeypatch.setattr(door.sys.stdin, "isatty", lambda: True, raising=False)
    assert people._password() == "seven cranes on a quay"
    monkeypatch.setattr(door.sys.stdin, "isatty", lambda: False, raising=False)
    assert people._password() is None
    monkeypatch.setenv("BUREAU_NEW_PASSWORD", "from the environment")
    assert people._password() == "from the environment"


AUDITOR = (*NEW, "--role", "auditor")


@pytest.fixture
def pair(bare):
    """A new house with two administrators: its founder `first`, and `next` whom it added."""
    where = ("--organisation", "havermonde", "--role", "admin", "--json")
    bare.run("user", "add", "first", "--name", "F", *where)
    added = bare.run("user", "add", "next", "--name", "N", *where, "--as", "first")
    assert added.answer == {"login": "next", "waiting": []}
    return bare


def test_a_sensitive_role_waits_for_the_other_administrator(pair, monkeypatch):
    assert pair.ask("first", *AUDITOR) == {"login": "j.bakker", "waiting": ["auditor"]}
    monkeypatch.setenv("BUREAU_OWN_PASSWORD", "seven cranes on a quay")
    outcome = pair.refuse("first", "user", "confirm", "j.bakker")
    assert (outcome.code, outcome.refusal["where"]) == (1, {"guard": "two people"})
    answer = pair.ask("next", "user", "confirm", "j.bakker", "--reason", "seen in person")
    assert answer == {"login": "j.bakker", "confirmed": ["auditor"]}
    assert "role.confirmed" in pair.trail()


def test_the_name_of_another_administrator_alone_confirms_nothing(pair, monkeypatch):
    pair.ask("first", *AUDITOR)
    for given in ("", "another one altogether"):
        monkeypatch.setenv("BUREAU_OWN_PASSWORD", given)
        assert pair.refuse("next", "user", "confirm", "j.bakker").code == 2
    assert "role.confirmed" not in pair.trail()


def test_a_reader_is_told_that_a_role_waits(pair):
    outcome = pair.run(*AUDITOR, "--as", "first")
    assert "Waiting for a second administrator: auditor." in outcome.out
    assert "bureau user confirm j.bakker" in outcome.out


def test_the_trail_tells_the_command_line_and_who_sat_there(pair):
    with pair.sessions() as session:
        told = {event.facts.get("via") for event in session.scalars(select(Event))}
    assert told == {f"console:{pwd.getpwuid(os.getuid()).pw_name}"}


def test_a_clock_of_the_past_writes_nothing_in_a_real_house(bare, monkeypatch):
    monkeypatch.setenv("BUREAU_DEMO", "1")
    monkeypatch.setenv("BUREAU_NOW", "2020-01-01T00:00:00Z")
    outcome = bare.run(*NEW, "--role", "admin", "--json")
    assert (outcome.code, outcome.refusal["where"]) == (1, {"setting": "BUREAU_NOW"})
    monkeypatch.delenv("BUREAU_NOW")
    assert bare.run(*NEW, "--role", "admin", "--json").code == 0
    before = bare.trail()
    monkeypatch.setenv("BUREAU_NOW", "2020-01-01T00:00:00Z")
    more = ("user", "add", "b", "--name", "B", "--organisation", "havermonde", "--role", "officer")
    assert bare.refuse("j.bakker", *more).refusal["where"] == {"setting": "BUREAU_NOW"}
    assert bare.trail() == before


def test_an_administrator_sees_who_has_an_account(terminal):
    rows = terminal.ask("admin", "user", "list")
    assert {"login": "officer", "name": "Officer", "roles": ["officer"], "active": True} in rows
    told = terminal.run("user", "list", "--as", "admin").out
    assert "officer" in told
    assert not told.startswith("[")
    assert terminal.run("user", "list", "--as", "officer", "--json").code == 1


def acts(terminal, login):
    """Whether a command may act in the name of this login."""
    try:
        return bool(acting.actor_called(terminal.sessions, login, NOW))
    except NotFound:
        return False


def test_a_partner_may_act_once_everything_was_recorded(terminal, monkeypatch):
    body = ("organisation", "add", "politie-monde", "--name", "Politie", "--kind", "POLICE")
    terminal.ask("admin", *body)
    made = ("user", "add", "agent", "--name", "Agent", "--role", "police")
    terminal.ask("admin", *made, "--organisation", "politie-monde")
    monkeypatch.setenv("BUREAU_OWN_PASSWORD", "seven cranes on a quay")
    kinds = ("screening", "training", "secrecy")
    for number, kind in enumerate(kinds, start=1):
        assert not acts(terminal, "agent")
        words = ("user", "admit", "agent", "--kind", kind, "--source", "Shown")
        assert terminal.ask("admin", *words)["lacking"] == list(kinds[number:])
    assert acts(terminal, "agent")


LEAD = ("user", "found-lead", "m.vos", "--name", "M. Vos", "--organisation", "havermonde")


@pytest.fixture
def two(terminal, monkeypatch):
    """An administrator and the decision maker at one terminal, each with an own password."""
    with terminal.engine.begin() as connection:
        users = User.__table__
        digests = {"admin": "an own sentence here", "mayor": "a sentence of the mayor"}
        for login, secret in digests.items():
            row = users.update().where(users.c.login == login)
            connection.execute(row.values(password_hash=passwords.hash_of(secret)))
    monkeypatch.setenv("BUREAU_NEW_PASSWORD", "seven cranes on a quay")
    monkeypatch.setenv("BUREAU_OWN_PASSWORD", "an own sentence here")
    monkeypatch.setenv("BUREAU_WITNESS_PASSWORD", "a sentence of the mayor")
    return terminal


def test_two_people_found_the_lead_of_the_victim_track(two):
    more = ("--witness", "mayor", "--shown", "VOG 1")
    answer = two.ask("admin", *LEAD, *more)
    assert answer == {"login": "m.vos", "roles": ["care", "care_lead"], "witness": "mayor"}
    assert two.refuse("admin", *LEAD, *more).code == 1


@pytest.mark.parametrize("name", ["BUREAU_OWN_PASSWORD", "BUREAU_WITNESS_PASSWORD"])
def test_each_of_the_two_proves_who_it_is(two, monkeypatch, name):
    monkeypatch.setenv(name, "somebody else's words")
    before = two.stored()
    outcome = two.refuse("admin", *LEAD, "--witness", "mayor", "--shown", "VOG 1")
    assert (outcome.code, two.stored()) == (2, before)


def test_an_administrator_adds_no_account_of_the_victim_track(two):
    before = two.stored()
    outcome = two.refuse("admin", *NEW, "--role", "care")
    assert (outcome.code, two.stored()) == (1, before)
    assert "found-lead" in outcome.refusal["hint"]


def test_the_lead_adds_one_and_proves_who_it_is(two, monkeypatch):
    two.ask("admin", *LEAD, "--witness", "mayor", "--shown", "VOG 1")
    before = two.stored()
    assert two.refuse("m.vos", *NEW, "--role", "care").code == 2
    assert two.stored() == before
    monkeypatch.setenv("BUREAU_OWN_PASSWORD", "seven cranes on a quay")
    assert two.ask("m.vos", *NEW, "--role", "care") == {"login": "j.bakker", "waiting": []}
