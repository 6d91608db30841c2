"""The command that shows the house: a fictional city, its cases, its dossiers, and its pages."""

import os
import sys
from pathlib import Path

import click

from app.clock import moment
from app.commands.databases import ROOT, upgraded
from app.commands.door import Door, common
from app.commands.serving import gunicorn
from app.demo import children, city, filling
from app.demo.summary import Reader
from bureau.model.base import token
from config import Config

WORKER = "from app.commands import main; main(['worker'])"
RANDOM_BYTES = 15
SERVERS = 2


@click.command(epilog="Example: bureau demo --serve --port 8080")
@click.option("--serve", is_flag=True, help="Go on to serve the pages, until Ctrl-C.")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8080, show_default=True, type=click.IntRange(1, 65535))
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the dossiers go; demo in BUREAU_HOME by default.",
)
@common
def demo(door: Door, serve: bool, host: str, port: int, out: Path | None) -> int:
    """Fill an empty house with the fictional city Havermonde; safe to run twice.

    Every login has the password in BUREAU_DEMO_PASSWORD, or a random one that is printed once.
    """
    door.demo = True
    if serve:
        children.insist_free(host, port)
    settings = door.settings()
    factory = door.sessions()
    now = moment(settings)
    password = settings.demo_password or token(RANDOM_BYTES)
    tell = None if door.as_json else _far
    fresh = filling.settle(settings.database_url, upgraded, password, now, tell)
    if settings.demo_password and not fresh:
        city.set_password(factory, password, now)
    folder = (out or settings.home / "demo").resolve()
    found = Reader(factory, now).summary(folder, f"http://{host}:{port}/")
    door.say(found.plain(), found.words())
    if not (door.as_json and settings.demo_password):
        click.echo(_key(settings, password if fresh else ""), err=door.as_json)
    return _serve(settings, host, port) if serve else 0


def _far(done: int, total: int) -> None:
    """Say on standard error how far the filling is, ten times on the way."""
    if done == 0:
        click.echo("Filling Havermonde; this takes a minute or two.", err=True)
    elif done * 10 // total > (done - 1) * 10 // total:
        click.echo(f"  {done * 100 // total}% ({done} of {total} steps)", err=True)


def _key(settings: Config, password: str) -> str:
    """How to come in; a password that was given is known, and is not written down again."""
    if settings.demo_password:
        return "Every login has the password in BUREAU_DEMO_PASSWORD."
    if password:
        return f"Password of every login: {password}"
    return (
        "The password was shown when the demonstration was filled. "
        "To set another: BUREAU_DEMO_PASSWORD='...' bureau demo"
    )


def _serve(settings: Config, host: str, port: int) -> int:
    sys.stdout.flush()
    environment = {
        **os.environ,
        "BUREAU_DEMO": "1",
        "BUREAU_HOME": str(settings.home),
        "BUREAU_DATABASE_URL": settings.database_url,
        "BUREAU_QUEUE_URL": settings.queue_url,
    }
    commands = (gunicorn(host, port, SERVERS), [sys.executable, "-c", WORKER])
    return children.together(commands, environment, ROOT)
