"""Organisations from a terminal."""

import pytest

NEW = ("organisation", "add", "politie-monde", "--name", "Politie Monde", "--kind", "POLICE")


def test_a_partner_body_is_added_listed_and_filled(terminal, monkeypatch):
    monkeypatch.setenv("BUREAU_NEW_PASSWORD", "seven cranes on a quay")
    made = {"code": "politie-monde", "name": "Politie Monde", "kind": "POLICE", "own": False}
    assert terminal.ask("admin", *NEW) == made
    listed = terminal.ask("admin", "organisation", "list")
    assert (listed[0]["code"], listed[0]["own"], listed[1]) == ("havermonde", True, made)
    words = ("user", "add", "agent", "--name", "A", "--organisation", "politie-monde")
    assert terminal.ask("admin", *words, "--role", "police") == {"login": "agent", "waiting": []}
    assert terminal.refuse("admin", *words, "--role", "officer").code == 2


def test_a_reader_gets_a_line_for_each(terminal):
    assert "politie-monde" in terminal.run(*NEW, "--as", "admin").out
    assert "POLICE" in terminal.run("organisation", "list", "--as", "admin").out


@pytest.mark.parametrize("login", ["officer", "police", "auditor", "outsider"])
def test_nobody_but_an_administrator_adds_or_lists(terminal, login):
    before = terminal.stored()
    assert terminal.refuse(login, *NEW).code == 1
    assert terminal.refuse(login, "organisation", "list").code == 1
    assert terminal.stored() == before


def test_a_kind_that_the_law_does_not_list_is_no_choice(terminal):
    assert terminal.refuse("admin", *NEW[:-1], "ARMY").code == 2
    assert terminal.refuse("admin", *NEW[:-1], "MUN_MAYOR").code == 2
