"""The house and its fences from a terminal: routes, permissions, server and worker."""

import os
import sys

import pytest

from app.commands import serving
from app.guard import OPEN
from bureau.policy import POLICY, Permission


@pytest.fixture
def routes(terminal):
    return terminal.run("routes", "--json").answer


def test_every_route_is_told_with_its_guard_and_what_it_loads(routes):
    fields = {"rule", "methods", "endpoint", "permission", "loads", "track"}
    assert all(set(row) == fields for row in routes)
    bare = {row["endpoint"] for row in routes if row["permission"] is None}
    assert bare <= OPEN
    known = {str(permission) for permission in Permission}
    assert {row["permission"] for row in routes} - {None} <= known


def test_the_routes_that_others_call_are_there(routes):
    rules = {row["rule"] for row in routes}
    assert {"/", "/sign-in", "/healthz", "/readyz", "/metrics", "/api/v1/openapi.json"} <= rules
    assert all(row["methods"] for row in routes)


def test_the_table_is_the_one_in_the_code(terminal):
    table = terminal.run("policy", "--json").answer["permissions"]
    assert table == {
        str(permission): [[rule.name for rule in line] for line in lines]
        for permission, lines in POLICY.items()
    }


def test_readers_get_lines(terminal):
    routes, policy = terminal.run("routes"), terminal.run("policy")
    assert (routes.code, policy.code) == (0, 0)
    assert any(line.split()[1:] == ["/", "work.read"] for line in routes.out.splitlines())
    assert "case.open: role officer" in policy.out.splitlines()


def test_the_server_is_started_in_place_with_what_was_asked(terminal, monkeypatch):
    started = []
    monkeypatch.setattr(os, "execv", lambda path, line: started.append((path, line)))
    outcome = terminal.run("serve", "--port", "8443", "--workers", "3")
    assert outcome.code == 0
    [(path, line)] = started
    assert path == sys.executable
    told = " ".join(line)
    assert "--bind 127.0.0.1:8443 --workers 3" in told
    assert "wsgi:app" in told


@pytest.mark.parametrize("words", [("--port", "0"), ("--port", "x"), ("--workers", "0")])
def test_a_server_that_cannot_be_is_not_started(terminal, monkeypatch, words):
    monkeypatch.setattr(os, "execv", lambda *_: pytest.fail("started"))
    assert terminal.run("serve", *words, "--json").code == 2


def test_the_worker_knows_whether_to_stay(terminal, monkeypatch):
    import app.jobs

    asked = []
    monkeypatch.setattr(app.jobs, "run_worker", lambda settings, *, once: asked.append(once))
    assert [terminal.run("worker").code, terminal.run("worker", "--once").code] == [0, 0]
    assert asked == [False, True]


def test_a_server_listens_to_this_machine_alone_unless_asked():
    command = next(one for one in serving.serve.params if one.name == "host")
    assert command.default == "127.0.0.1"
    assert "--bind" in serving.gunicorn("localhost", 80, 1)
