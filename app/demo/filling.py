"""Filling a database with the demonstration once, whole or not at all."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session, sessionmaker

from app.demo import story
from app.demo.stage import Tell
from bureau import founding
from bureau.errors import NotAllowed
from bureau.store import open_store

Upgrade = Callable[[Engine], object]
BESIDE = ("", "-wal", "-shm")


def settle(
    url: str, upgrade: Upgrade, password: str, now: datetime, tell: Tell | None = None
) -> bool:
    """Make sure the database at `url` holds the demonstration; whether it was filled just now.

    While it is filled `tell` hears how far it is. Raises NotAllowed for a database that holds
    anything else.
    """
    path = _file(url)
    if path is not None and not path.exists():
        _fill_new(path, upgrade, password, now, tell)
        return True
    engine = open_store(url)
    try:
        upgrade(engine)
        return _fill_empty(sessionmaker(engine), password, now, tell)
    finally:
        engine.dispose()


def _fill_empty(
    factory: sessionmaker[Session], password: str, now: datetime, tell: Tell | None
) -> bool:
    if founding.is_empty(factory):
        story.fill(factory, password, now, tell)
        return True
    if not founding.is_demonstration(factory):
        raise NotAllowed(
            "This database holds data that are not the demonstration.",
            where={"setting": "BUREAU_DATABASE_URL"},
            hint="Set BUREAU_HOME to an empty folder for the demonstration.",
        )
    return False


def _fill_new(
    path: Path, upgrade: Upgrade, password: str, now: datetime, tell: Tell | None
) -> None:
    """Fill a file beside it and give it its name at the end: an interruption leaves nothing."""
    draft = path.with_name(f"{path.name}.filling")
    _remove(draft)
    engine = open_store(f"sqlite:///{draft}")
    try:
        upgrade(engine)
        story.fill(sessionmaker(engine), password, now, tell)
        engine.dispose()
        draft.replace(path)
    finally:
        engine.dispose()
        _remove(draft)


def _remove(draft: Path) -> None:
    for end in BESIDE:
        draft.with_name(draft.name + end).unlink(missing_ok=True)


def _file(url: str) -> Path | None:
    """The file of an embedded database; None for a server."""
    address = make_url(url)
    if address.get_backend_name() != "sqlite" or not address.database:
        return None
    return Path(address.database)
