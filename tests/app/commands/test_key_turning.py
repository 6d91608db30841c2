"""Turning a key from a terminal: two people, and what is left is counted."""

import pytest

from tests.walls.visiting import PASSWORD


@pytest.fixture
def two(terminal, monkeypatch):
    """A terminal at which both people typed their passwords."""
    monkeypatch.setenv("BUREAU_OWN_PASSWORD", PASSWORD)
    monkeypatch.setenv("BUREAU_WITNESS_PASSWORD", PASSWORD)
    return terminal


def test_a_key_is_rotated_by_two_people_and_listed(two):
    [seal, support] = two.ask("admin", "keys", "list")
    assert (seal["id"], seal["seals"], support["key"]) == ("first", True, "support")
    done = two.ask("admin", "keys", "rotate", "seal", "--witness", "mayor")
    rows = [row for row in two.ask("admin", "keys", "list") if row["key"] == "seal"]
    assert [(row["seals"], row["values"]) for row in rows] == [(False, 0), (True, done["values"])]
    again = two.ask("admin", "keys", "rotate", "seal", "--continue", "--witness", "mayor")
    assert again["values"] == 0
    assert two.refuse("admin", "keys", "finish", "seal", "--witness", "mayor").code == 1


def test_one_person_alone_does_nothing(two, monkeypatch):
    assert two.refuse("admin", "keys", "rotate", "seal", "--witness", "admin").code == 2
    assert two.refuse("officer", "keys", "rotate", "seal", "--witness", "mayor").code == 1
    monkeypatch.setenv("BUREAU_WITNESS_PASSWORD", "wrong")
    assert two.refuse("admin", "keys", "rotate", "seal", "--witness", "mayor").code == 2


def test_a_reader_gets_a_line_for_each(two):
    assert "seals" in two.run("keys", "list", "--as", "admin").out
