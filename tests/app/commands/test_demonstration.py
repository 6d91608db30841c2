import json
import os
import socket
import subprocess
import sys

import pytest

from tests.app.demo.conftest import NOW, PASSWORD, _city, city, home  # noqa: F401
from tests.conftest import ROOT

MAIN = "import sys; from app.commands import main; main(sys.argv[1:])"


def run(*arguments, **more):
    """The command as a process of its own, with another order of sets than here."""
    settings = {**os.environ, "PYTHONHASHSEED": "7", **more}
    return subprocess.run(
        [sys.executable, "-c", MAIN, "demo", *arguments],
        env=settings,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_two_fresh_houses_on_one_day_give_the_same_bytes(city, home):  # noqa: F811
    first = run("--json", BUREAU_DEMO_PASSWORD=PASSWORD)
    assert (first.returncode, first.stderr) == (0, "")
    told = json.loads(first.stdout)
    made = {one["track"]: one for one in told["dossiers"]}
    for track, pdf in city.papers().items():
        with open(made[track]["path"], "rb") as file:
            assert file.read() == pdf
        assert made[track]["path"].startswith(str(home / "demo"))
    assert not list(home.glob("*.filling*"))
    again = run("--json")
    assert json.loads(again.stdout) == told
    assert "BUREAU_DEMO_PASSWORD" in again.stderr
    assert PASSWORD not in run().stdout


def test_a_taken_port_is_told_before_anything_is_filled(home):  # noqa: F811
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = run("--serve", "--json", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 1
    assert json.loads(done.stderr)["where"] == {"option": "--port"}
    assert not (home / "bureau.db").exists()


def test_a_short_password_fills_nothing(home):  # noqa: F811
    done = run("--json", BUREAU_DEMO_PASSWORD="kort")
    assert done.returncode == 2
    assert not (home / "bureau.db").exists()


def test_a_moment_before_the_rules_is_refused(home):  # noqa: F811
    done = run("--json", BUREAU_NOW="2020-01-01T09:00:00+01:00")
    assert done.returncode == 2
    assert json.loads(done.stderr)["where"] == {"setting": "BUREAU_NOW"}


def test_the_help_shows_an_example():
    assert "Example: bureau demo" in run("--help").stdout


@pytest.mark.parametrize("port", ["0", "70000", "x"])
def test_a_port_that_cannot_be_is_no_argument(home, port):  # noqa: F811
    assert run("--port", port).returncode == 2
