"""Somebody at the terminal of a furnished house, on 2 March 2026."""

import os

import pytest

from bureau import keys
from tests.app.commands.house import Terminal, mark
from tests.conftest import NOW


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """An environment without any setting of this machine, in an empty folder."""
    for name in [name for name in os.environ if name.startswith("BUREAU_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def terminal(home, elsewhere, capfd, monkeypatch):
    """A terminal in the demonstration: the clock of the house stands still."""
    monkeypatch.setenv("BUREAU_HOME", str(home))
    monkeypatch.setenv("BUREAU_DEMO", "1")
    monkeypatch.setenv("BUREAU_NOW", NOW.isoformat())
    keys.hold(keys.KeyRing.load(home / "keys"))  # the first line is signed with them
    made = Terminal(home, capfd, monkeypatch)
    mark(made.sessions)
    yield made
    made.engine.dispose()
