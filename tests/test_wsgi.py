"""The door for a server: it opens the house that the settings name, and answers."""

import os
import subprocess
import sys
from pathlib import Path

ASK = """
import wsgi
client = wsgi.app.test_client()
print(client.get("/healthz", base_url="https://localhost").status_code, wsgi.app.debug)
"""
ROOT = Path(__file__).parents[1]


def start(home, **more):
    env = {**os.environ, "BUREAU_HOME": str(home), **more}
    done = subprocess.run(
        [sys.executable, "-c", ASK], cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout.strip(), done.stderr


def test_the_house_of_the_settings_answers_without_debugging(tmp_path):
    code, said, wrong = start(tmp_path / "house")
    assert (code, said) == (0, "200 False"), wrong
    assert {key.name for key in (tmp_path / "house/keys").iterdir()} >= {"seal.key", "web.key"}


def test_keys_are_readable_by_their_owner_alone(tmp_path):
    start(tmp_path / "house")
    modes = {oct(key.stat().st_mode & 0o777) for key in (tmp_path / "house/keys").iterdir()}
    assert modes == {"0o400"}
    assert (tmp_path / "house").stat().st_mode & 0o077 == 0


def test_a_wrong_setting_stops_it_before_it_answers(tmp_path):
    code, said, wrong = start(tmp_path / "house", BUREAU_IDLE_MINUTES="none")
    assert code != 0
    assert said == ""
    assert "BUREAU_IDLE_MINUTES" in wrong


def test_a_real_house_does_not_open_with_another_clock(tmp_path):
    fixed = {"BUREAU_DEMO": "1", "BUREAU_NOW": "2020-01-01T00:00:00Z"}
    code, said, wrong = start(tmp_path / "house", **fixed)
    assert code != 0
    assert said == ""
    assert "BUREAU_NOW" in wrong
