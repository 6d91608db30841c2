"""The demonstration command as a process of its own, with another order of sets than here."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from tests.conftest import ROOT
from tests.quick import folder_of_the_run, once

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
PASSWORD = "drie woorden voor iedereen"
MAIN = "import sys; from app.commands import main; main(sys.argv[1:])"


def run_demo(*arguments, **more):
    """`bureau demo` with these arguments and settings."""
    settings = {**os.environ, "PYTHONHASHSEED": "7", **more}
    return subprocess.run(
        [sys.executable, "-c", MAIN, "demo", *arguments],
        env=settings,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


@dataclass(frozen=True)
class Filled:
    """A house that the command has filled: where it stands, its settings and what was said."""

    home: Path
    settings: dict[str, str]
    told: dict[str, object]

    def copy(self, home):
        """The same house at `home`; its database is copied whole, whoever reads in it meanwhile."""
        shutil.copytree(self.home, home, ignore=shutil.ignore_patterns("bureau.db*"))
        ends = (closing(sqlite3.connect(at / "bureau.db")) for at in (self.home, home))
        with next(ends) as kept, next(ends) as made:
            kept.backup(made)
        return replace(self, home=home, settings={**self.settings, "BUREAU_HOME": str(home)})


def filled(factory):
    """The city of a house of its own, filled by the command once for all workers.

    Whoever changes anything in it takes a copy.
    """
    return once(folder_of_the_run(factory), "filled", _filled)


def _filled(home):
    settings = {
        "BUREAU_HOME": str(home),
        "BUREAU_NOW": NOW.isoformat(),
        "BUREAU_DEMO": "1",
        "BUREAU_DEMO_PASSWORD": PASSWORD,
    }
    done = run_demo("--json", **settings)
    assert (done.returncode, done.stderr) == (0, "")
    return Filled(home, settings, json.loads(done.stdout))


def furnish(folder, monkeypatch):
    """Settings for an empty house in `folder` on the day of the tests; its home."""
    for name in ("BUREAU_DATABASE_URL", "BUREAU_QUEUE_URL", "BUREAU_DEMO_PASSWORD"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("BUREAU_HOME", str(folder / "home"))
    monkeypatch.setenv("BUREAU_NOW", NOW.isoformat())
    return folder / "home"
