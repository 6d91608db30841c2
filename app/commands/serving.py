"""Commands that run the house and show its fences: server, worker, routes, permissions."""

import os
import sys

import click

from app import create_app
from app.clock import insist_honest
from app.commands.databases import upgraded
from app.commands.door import Door, common
from app.guard import guard_of
from bureau.policy import POLICY
from bureau.store import open_store


@click.command(epilog="Example: bureau serve --port 8443 --workers 2")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8080, show_default=True, type=click.IntRange(1, 65535))
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1, 64))
@common
def serve(door: Door, host: str, port: int, workers: int) -> None:
    """Serve the pages with gunicorn; put a proxy with TLS in front of it."""
    factory = door.sessions()
    upgraded(open_store(door.settings().database_url))
    insist_honest(door.settings(), factory)
    os.execv(sys.executable, gunicorn(host, port, workers))  # noqa: S606 - our own server


def gunicorn(host: str, port: int, workers: int) -> list[str]:
    """The command line of the server."""
    return [
        *(sys.executable, "-m", "gunicorn", "wsgi:app", "--bind", f"{host}:{port}"),
        *("--workers", str(workers), "--threads", "4", "--timeout", "60"),
        *("--worker-tmp-dir", "/dev/shm", "--log-level", "warning"),  # noqa: S108 - heartbeat only
        *("--max-requests", "5000", "--max-requests-jitter", "500", "--preload"),
    ]


@click.command(epilog="Example: bureau worker")
@click.option("--once", is_flag=True, help="Do what is waiting and stop.")
@common
def worker(door: Door, once: bool) -> None:
    """Do the long work: dossiers and imports, each in the name of who asked for it."""
    from app.jobs import run_worker  # noqa: PLC0415 - the queue opens when it is first needed

    insist_honest(door.settings(), door.sessions())
    run_worker(door.settings(), once=once)


@click.command(name="routes", epilog="Example: bureau routes --json")
@common
def routes(door: Door) -> None:
    """Every web and API route with its guard and what it loads."""
    app = create_app(door.settings())
    rows = []
    for rule in sorted(app.url_map.iter_rules(), key=lambda one: (one.rule, one.endpoint)):
        fence = guard_of(app, rule.endpoint)
        rows.append(
            {
                "rule": rule.rule,
                "methods": sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}),
                "endpoint": rule.endpoint,
                "permission": str(fence.permission) if fence else None,
                "loads": fence.loads if fence else None,
                "track": str(fence.track) if fence and fence.track else None,
            }
        )
    lines = [
        f"{','.join(row['methods']):9} {row['rule']} {row['permission'] or 'open'}" for row in rows
    ]
    door.say(rows, "\n".join(lines))


@click.command(name="policy", epilog="Example: bureau policy --json")
@common
def policy_table(door: Door) -> None:
    """The permission table as the code holds it."""
    table = {
        str(permission): [[rule.name for rule in line] for line in lines]
        for permission, lines in POLICY.items()
    }
    words = [f"{name}: {' or '.join(' and '.join(line) for line in table[name])}" for name in table]
    door.say({"permissions": table}, "\n".join(words))
