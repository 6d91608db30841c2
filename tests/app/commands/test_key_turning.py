"""Turning a key from a terminal: two people, and what is left is counted."""

import pytest
from sqlalchemy import select

from bureau.entry import actor_of
from bureau.model import User
from bureau.work import begin
from tests.bureau.operations.agreeing import agree, second_administrator
from tests.conftest import NOW
from tests.walls.visiting import PASSWORD


@pytest.fixture
def two(terminal, monkeypatch):
    """A terminal at which both people typed their passwords."""
    monkeypatch.setenv("BUREAU_OWN_PASSWORD", PASSWORD)
    monkeypatch.setenv("BUREAU_WITNESS_PASSWORD", PASSWORD)
    return terminal


def agreed(two):
    """A second administrator agrees to what waits."""
    with two.sessions() as session:
        admin = actor_of(session.scalars(select(User).where(User.login == "admin")).one())
    second = second_administrator(two.sessions, admin)
    return agree(lambda: begin(two.sessions, second, NOW, purpose="four eyes"), "key_rotation")


def test_a_key_is_rotated_once_a_second_administrator_agreed_and_listed(two):
    [seal, support, *staying] = two.ask("admin", "keys", "list")
    assert [row["key"] for row in staying] == ["backup", "marks"]
    assert (seal["id"], seal["seals"], support["key"]) == ("first", True, "support")
    assert two.refuse("admin", "keys", "rotate", "seal").code == 1
    assert two.ask("admin", "keys", "ask", "seal", "--reason", "once a year")["request"]
    assert two.refuse("admin", "keys", "rotate", "seal").code == 1
    assert agreed(two) == ["approved"]
    done = two.ask("admin", "keys", "rotate", "seal")
    rows = [row for row in two.ask("admin", "keys", "list") if row["key"] == "seal"]
    assert [(row["seals"], row["values"]) for row in rows] == [(False, 0), (True, done["values"])]
    again = two.ask("admin", "keys", "rotate", "seal", "--continue")
    assert again["values"] == 0
    assert two.refuse("admin", "keys", "finish", "seal", "--witness", "mayor").code == 1


def test_one_person_alone_does_nothing(two, monkeypatch):
    assert two.refuse("admin", "keys", "finish", "seal", "--witness", "admin").code == 2
    assert two.refuse("officer", "keys", "rotate", "seal").code == 1
    monkeypatch.setenv("BUREAU_WITNESS_PASSWORD", "wrong")
    assert two.refuse("admin", "keys", "finish", "seal", "--witness", "mayor").code == 2
    monkeypatch.setenv("BUREAU_OWN_PASSWORD", "wrong")
    assert two.refuse("admin", "keys", "ask", "seal", "--reason", "once a year").code == 2


def test_a_reader_gets_a_line_for_each(two):
    assert "seals" in two.run("keys", "list", "--as", "admin").out
