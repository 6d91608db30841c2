"""The database of PostgreSQL written out and read in, by the programs that belong to it."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.engine import URL

from bureau.errors import OutOfOrder

_BLOCK = 1024 * 1024


def written(url: URL) -> Iterator[bytes]:
    """The bytes of a consistent copy; raises OutOfOrder where pg_dump does not end well."""
    command = [_tool("pg_dump"), "--format=custom", "--no-owner", f"--dbname={_plain(url)}"]
    with subprocess.Popen(  # noqa: S603 - a program of this machine, no shell
        command, env=_secret(url), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as dump:
        assert dump.stdout is not None  # noqa: S101 - asked for above
        while block := dump.stdout.read(_BLOCK):
            yield block
    if dump.returncode:
        raise OutOfOrder(
            "pg_dump ended with {code}; there is no backup.",
            code=dump.returncode,
            hint="Its release must not be older than that of the server.",
        )


def read_in(url: URL, path: Path) -> None:
    """Read the copy at `path` into an empty database, all of it or nothing."""
    command = [_tool("pg_restore"), "--no-owner", "--single-transaction", "--exit-on-error"]
    done = subprocess.run(  # noqa: S603 - a program of this machine, no shell
        [*command, f"--dbname={_plain(url)}", str(path)],
        env=_secret(url),
        check=False,
        capture_output=True,
    )
    if done.returncode:
        raise OutOfOrder(
            "pg_restore ended with {code}; nothing was put back.",
            code=done.returncode,
            hint="Its release must not be older than that of the server that made the backup.",
        )


def _tool(name: str) -> str:
    found = shutil.which(name, path=os.environ.get("BUREAU_PG_BIN")) or shutil.which(name)
    if found is None:
        raise OutOfOrder(
            "The program {name} of PostgreSQL is missing.",
            name=name,
            hint="Install postgresql-client, or set BUREAU_PG_BIN to the folder that holds it.",
        )
    return found


def _plain(url: URL) -> str:
    """The address without its password: everybody on the machine can read a command line."""
    bare = URL.create("postgresql", url.username, None, url.host, url.port, url.database, url.query)
    return bare.render_as_string()


def _secret(url: URL) -> dict[str, str]:
    """The password in the environment, which only the own account can read."""
    return {**os.environ, "PGPASSWORD": url.password} if url.password else dict(os.environ)
