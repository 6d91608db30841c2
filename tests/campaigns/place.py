"""A house for a campaign: people, keys and one case, without pytest."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from types import SimpleNamespace

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session, sessionmaker

from bureau import keys
from bureau.entry import actor_of
from bureau.model import User
from bureau.policy import Actor
from bureau.store import open_store
from bureau.work import begin
from tests.conftest import NOW, migrate, populate
from tests.walls import visiting


class House:
    """Work in the name of the fictional people, over one database."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.factory: sessionmaker[Session] = sessionmaker(engine)
        with self.factory.begin() as session:
            if session.scalars(select(User)).first() is None:
                populate(session)
        with self.factory() as session:
            people = session.scalars(select(User)).all()
            self.actors = SimpleNamespace(**{user.login: actor_of(user) for user in people})

    def work_of(self, actor: Actor, now: datetime = NOW):
        """Work in the name of an actor."""
        return begin(self.factory, actor, now, purpose="campaign")


@cache
def _empty() -> bytes:
    """A migrated, empty database: made once, because every house begins with it."""
    with visiting.quick_folder() as folder:
        engine = open_store(f"sqlite:///{folder / 'bureau.db'}")
        migrate(engine)
        engine.dispose()
        return (folder / "bureau.db").read_bytes()


@contextmanager
def house(folder: Path | None = None) -> Iterator[House]:
    """A fresh house on SQLite, in memory unless a folder is given."""
    with visiting.quick_folder() as quick:
        home = folder or quick
        keys.hold(keys.KeyRing.load(home / "keys"))
        place = home / "bureau.db"
        if not place.exists():
            place.write_bytes(_empty())
        engine = open_store(f"sqlite:///{place}")
        yield House(engine)
        engine.dispose()


def command(name: str, short: Callable[[], list[str]], full: Callable[[], list[str]]) -> None:
    """Run a campaign from a terminal: a short one, or all of it with --full."""
    parser = argparse.ArgumentParser(prog=f"python -m tests.campaigns.{name}")
    parser.add_argument("--full", action="store_true", help="the numbers of the documentation")
    found = (full if parser.parse_args().full else short)()
    print("\n".join(found) or "nothing wrong")
    sys.exit(min(1, len(found)))
