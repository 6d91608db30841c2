"""Commands for the database: bring it up to date, look whether it is in order."""

from datetime import UTC, datetime
from pathlib import Path

import click
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config as AlembicConfig
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine
from sqlalchemy import inspect as look
from sqlalchemy.orm import sessionmaker

from app.clock import moment
from app.commands.door import Door, common, console, place_for
from bureau import backups, founding
from bureau.errors import NotFound
from bureau.model import Base
from bureau.rules.events import EventKind
from bureau.store import open_store
from bureau.trust import head
from bureau.trust.integrity import look_over

ROOT = Path(__file__).resolve().parents[2]


@click.group()
def db() -> None:
    """Migrations and integrity of the database."""


def upgraded(engine: Engine, now: datetime | None = None) -> str:
    """Bring the tables of `engine` up to date; the revision they are at then.

    What changes a house that is there already stands in its trail, in the same transaction.
    """
    settings = AlembicConfig(toml_file=str(ROOT / "pyproject.toml"))
    with engine.connect() as connection, connection.begin():
        before = _revision(connection)
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")
        after = _revision(connection)
        if before and after != before:
            inside = sessionmaker(connection)
            told = {"before": before, "after": after, "via": console()}
            backups.tell(inside, EventKind.HOUSE_UPGRADED, now or datetime.now(UTC), **told)
    return after


def revision(engine: Engine) -> str:
    """The revision of the tables; an empty text before the first."""
    with engine.connect() as connection:
        return _revision(connection)


def _revision(connection: Connection) -> str:
    return MigrationContext.configure(connection).get_current_revision() or ""


@db.command(epilog="Example: bureau db upgrade")
@common
def upgrade(door: Door) -> None:
    """Bring the database up to date; safe to run twice."""
    door.sessions()
    engine = open_store(door.settings().database_url)
    at = upgraded(engine, moment(door.settings()))
    door.say({"ok": True, "revision": at}, f"The database is at revision {at}.")


@db.command(epilog="Example: bureau db check --json")
@common
def check(door: Door) -> int:
    """Compare schema, rows, files and trail with what they should be."""
    door.sessions()
    engine = open_store(door.settings().database_url)
    if not look(engine).has_table("event"):
        door.say({"ok": False, "revision": "", "schema": False}, "There is no database yet.")
        return 1
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        schema = not compare_metadata(context, Base.metadata)
    factory = sessionmaker(engine)
    faults = look_over(factory, head.remembered(door.settings().home / "trail"))
    # The demonstration may be looked at on any day: only there the clock may be turned back.
    late = faults.first_backward_event is not None and not founding.is_demonstration(factory)
    found = {
        "ok": schema and faults.none and not late,
        "revision": revision(engine),
        "schema": schema,
        "first_bad_event": faults.first_bad_event,
        "first_backward_event": faults.first_backward_event,
        "damaged_files": faults.damaged_files,
        "first_false_value": faults.first_false_value,
    }
    words = "Everything is in order." if found["ok"] else f"Not in order: {found}"
    door.say(found, words)
    return 0 if found["ok"] else 1


@db.command(epilog="Example: bureau db backup /media/backup/bureau-2026-11-30.bak")
@click.argument("file", type=click.Path(dir_okay=False))
@common
def backup(door: Door, file: str) -> None:
    """Write an encrypted copy of the database, consistent while the house is used.

    It opens with the keys of this house alone: keep a copy of the keys folder, in another place.
    """
    factory, place = door.sessions(), place_for(Path(file), folder=False)
    engine = open_store(door.settings().database_url)
    at = _insist_there(engine)
    now = moment(door.settings())
    backups.tell(factory, EventKind.BACKUP_MADE, now, via=console())
    told = backups.write(engine, place, at, now)
    engine.dispose()
    answer = {"ok": True, "revision": at, "path": file, "bytes": place.stat().st_size}
    answer |= {"size": told["size"], "root": told["root"]}
    door.say(answer, f"{file}: the database with {told['size']} lines of its trail, encrypted.")


@db.command(epilog="Example: bureau db restore /media/backup/bureau-2026-11-30.bak")
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@click.option("--older", is_flag=True, help="Even if it is older than what was seen of the trail.")
@common
def restore(door: Door, file: str, older: bool) -> None:
    """Prove a backup and put it in the place of the database, which is kept beside it.

    Stop the house first. Integrity, trail, files and signatures are looked at before anything is
    changed. Afterwards bureau db upgrade brings an older one up to date.
    """
    factory, folder = door.sessions(), door.settings().home / "trail"
    engine = open_store(door.settings().database_url)
    found = backups.restore(engine, Path(file), folder, older=older)
    now = moment(door.settings())
    facts = {"made_at": found.made_at, "size": found.size, "older": found.older, "via": console()}
    backups.tell(factory, EventKind.BACKUP_RESTORED, now, **facts)
    at = revision(engine)
    engine.dispose()
    answer = {"ok": True, "revision": at, "size": found.size, "root": found.root}
    answer |= {"kept": found.kept, "older": found.older}
    words = f"Put back: the database of {found.made_at} with {found.size} lines of its trail."
    door.say(answer, f"{words} The former one is {found.kept}." if found.kept else words)


def _insist_there(engine: Engine) -> str:
    if at := revision(engine) if look(engine).has_table("event") else "":
        return at
    raise NotFound("There is no database yet.", hint="Run bureau db upgrade.")
