"""What the command refuses before it fills anything; that it fills is shown beside the story."""

import json
import socket

import pytest

from app.commands import demonstration
from config import Config
from tests.app.demo.terminal import PASSWORD, furnish, run_demo


@pytest.fixture
def empty_home(tmp_path, monkeypatch):
    return furnish(tmp_path, monkeypatch)


def test_a_taken_port_is_told_before_anything_is_filled(empty_home):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = run_demo("--serve", "--json", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 1
    assert json.loads(done.stderr)["where"] == {"option": "--port"}
    assert not (empty_home / "bureau.db").exists()


def test_a_short_password_fills_nothing(empty_home):
    done = run_demo("--json", BUREAU_DEMO_PASSWORD="kort")
    assert done.returncode == 2
    assert json.loads(done.stderr)["where"] == {"field": "password"}
    assert not (empty_home / "bureau.db").exists()


def test_a_moment_before_the_rules_is_refused(empty_home):
    done = run_demo("--json", BUREAU_NOW="2020-01-01T09:00:00+01:00")
    assert done.returncode == 2
    assert json.loads(done.stderr)["where"] == {"setting": "BUREAU_NOW"}


def test_a_password_that_was_given_is_not_written_down_again():
    given = Config.from_env({"BUREAU_DEMO_PASSWORD": PASSWORD}, demo=True)
    assert PASSWORD not in demonstration._key(given, PASSWORD)
    drawn = Config.from_env({}, demo=True)
    assert "abcdefghijklmnop" in demonstration._key(drawn, "abcdefghijklmnop")
    assert "was shown" in demonstration._key(drawn, "")


def test_the_help_shows_an_example():
    assert "Example: bureau demo" in run_demo("--help").stdout


@pytest.mark.parametrize("port", ["0", "70000", "x"])
def test_a_port_that_cannot_be_is_no_argument(port):
    assert run_demo("--port", port).returncode == 2
