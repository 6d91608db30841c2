"""A command for an act of weight shows password and code, once, where the house asks that."""

import pyotp
import pytest

from app.commands import proof
from bureau.model import Factor
from bureau.trust import codes
from tests.app.commands.test_people import NEW
from tests.conftest import NOW
from tests.walls.visiting import PASSWORD


@pytest.fixture
def strict(terminal, monkeypatch):
    """The administrator has an app, in a house that asks second factors from today on."""
    secret = codes.new_secret()
    with terminal.sessions.begin() as session:
        session.add(
            Factor(
                secret=secret.encode(),
                user_id=terminal.actors.admin.id,
                kind="codes",
                name="Telephone",
                made_at=NOW,
                confirmed_at=NOW,
            )
        )
    monkeypatch.setenv("BUREAU_SECOND_FACTOR_FROM", NOW.date().isoformat())
    monkeypatch.setenv("BUREAU_NEW_PASSWORD", "four herons at dawn")
    monkeypatch.setenv("BUREAU_OWN_PASSWORD", PASSWORD)
    return secret


def test_without_a_code_a_command_looks_and_gives_nothing(terminal, strict):
    assert terminal.ask("admin", "user", "list")
    refused = terminal.refuse("admin", *NEW, "--role", "officer").refusal
    assert refused["where"]["guard"] == "second factor"
    assert "BUREAU_OWN_CODE" in refused["hint"]


def test_a_code_with_the_own_password_opens_it_once(terminal, strict, monkeypatch):
    code = pyotp.TOTP(strict).at(NOW)
    monkeypatch.setenv("BUREAU_OWN_CODE", code)
    monkeypatch.setenv("BUREAU_OWN_PASSWORD", "wrong")
    assert terminal.refuse("admin", *NEW, "--role", "officer").code == 2
    monkeypatch.setenv("BUREAU_OWN_PASSWORD", PASSWORD)
    assert terminal.ask("admin", *NEW, "--role", "officer")["login"] == "j.bakker"
    again = ("user", "add", "k.bakker", *NEW[3:], "--role", "officer")
    assert terminal.refuse("admin", *again).code == 2


def test_nothing_is_typed_where_nobody_sits(monkeypatch):
    monkeypatch.delenv("BUREAU_OWN_PASSWORD", raising=False)
    monkeypatch.setattr(proof.sys.stdin, "isatty", lambda: False, raising=False)
    assert proof.typed("BUREAU_OWN_PASSWORD", "Your own password: ") is None
