"""A child that tries what it may not and reports what came of it."""

import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

from reports.confined import Limits, confine, forbid_the_world, refuse


def attempt(action):
    """What became of `action`: "done" or the name of the error."""
    try:
        action()
    except BaseException as error:
        return type(error).__name__
    return "done"


def main():
    """Do what the request asks for."""
    confine(Limits(**json.loads(sys.argv[1])))
    forbid_the_world()
    wish = sys.stdin.read()
    if wish == "spin":
        while True:
            pass
    if wish == "sleep":
        time.sleep(60)
    if wish == "eat":
        sys.stdout.write(str(len(b"x" * 3 * 1024**3)))
    if wish == "mumble":
        os._exit(3)
    if wish.startswith("{"):
        said = json.loads(wish)
        refuse(said["kind"], said["message"])
    tried = {
        "socket": attempt(socket.socket),
        "program": attempt(lambda: subprocess.run(["/bin/true"], check=False)),
        "passwords": attempt(lambda: Path("/etc/passwd").read_bytes()),
        "database": attempt((Path(__file__).parents[2] / "pyproject.toml").read_bytes),
        "own": attempt(lambda: Path("own.txt").write_text("x")),
        "settings": [name for name in os.environ if name.startswith("BUREAU")],
    }
    sys.stdout.write(json.dumps(tried))


main()
