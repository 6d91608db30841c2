"""The scripts are plain sh, can be started from anywhere, and name no place to fetch from."""

import os
import subprocess

import pytest

from tests.architecture import tree

SCRIPTS = [*tree.files("*", "bin"), tree.ROOT / ".ci/run"]
SET_UP = tree.ROOT / ".venv/bin/bureau"


def test_the_scripts_that_others_call_are_there():
    named = {path.name for path in SCRIPTS}
    assert {"setup", "demo", "test", "lint", "bureau", "run"} <= named


@pytest.mark.parametrize("path", SCRIPTS, ids=tree.name)
def test_a_script_is_plain_sh_that_stops_at_the_first_surprise(path):
    lines = path.read_text("utf-8").splitlines()
    assert lines[0] == "#!/bin/sh"
    assert any(line in {"set -eu", "set -u"} for line in lines)
    assert os.access(path, os.X_OK)
    assert subprocess.run(["sh", "-n", str(path)], check=False).returncode == 0


@pytest.mark.skipif(not SET_UP.exists(), reason="bin/setup did not make this environment")
def test_the_console_script_starts_from_any_working_directory(tmp_path):
    answer = subprocess.run(
        [str(tree.ROOT / "bin/bureau"), "--help"], cwd=tmp_path, capture_output=True, check=False
    )
    assert answer.returncode == 0, answer.stderr.decode()


def test_without_a_set_up_the_console_script_says_what_to_do(tmp_path):
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/bureau").write_bytes((tree.ROOT / "bin/bureau").read_bytes())
    answer = subprocess.run(["sh", str(tmp_path / "bin/bureau")], capture_output=True, check=False)
    assert answer.returncode == 1
    assert b"bin/setup" in answer.stderr
