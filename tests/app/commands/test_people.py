"""Accounts from a terminal: the first founds the house, an administrator adds the others."""

import pytest

from app.commands import people
from tests.app.commands.house import Terminal

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
    answer = terminal.ask("admin", *NEW, "--role", "officer", "--role", "reviewer")
    assert answer == {"login": "j.bakker"}
    words = ("--kind", "screening", "--title", "x", "--scope", "SC02", "--received", "2026-03-02")
    assert terminal.ask("j.bakker", "case", "open", *words)["case"]


def test_the_first_account_founds_the_house(bare):
    answer = bare.run(*NEW, "--role", "admin", "--json").answer
    assert answer == {"login": "j.bakker"}
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
    monkeypatch.setattr(people.getpass, "getpass", lambda _: "seven cranes on a quay")
    monkeypatch.setattr(people.sys.stdin, "isatty", lambda: True, raising=False)
    assert people._password() == "seven cranes on a quay"
    monkeypatch.setattr(people.sys.stdin, "isatty", lambda: False, raising=False)
    assert people._password() is None
    monkeypatch.setenv("BUREAU_NEW_PASSWORD", "from the environment")
    assert people._password() == "from the environment"
