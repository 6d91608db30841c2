"""The house with everybody signed in to it, put back as it was after each change."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session, sessionmaker

from bureau import keys
from bureau.entry import actor_of
from bureau.model import Event, User
from bureau.operations import tokens
from bureau.work import begin
from tests.walls import people, visiting
from tests.walls.pages import Known
from tests.walls.visiting import Visitor
from tests.walls.world import World

TODAY = datetime(2026, 4, 10, 9, 0, tzinfo=UTC)  # after everything that the world tells of


class Gate:
    """Clients for everybody, over one database that can be put back in a moment."""

    def __init__(self, world: World, folder: Path) -> None:
        self.world = world
        self.home = Path(shutil.copytree(world.home, folder / "house"))
        self.app: Flask = visiting.open_house(self.home, now=TODAY)
        self.factory: sessionmaker[Session] = self.app.extensions["sessions"]
        self.engine = self.factory.kw["bind"]
        self.clients: dict[str, Visitor] = {}
        for login in (*people.COLUMNS, *(login for login, _, _ in people.AWAY)):
            self.clients[login] = self._come(login)
        self._jars = {login: dict(one._cookies or {}) for login, one in self.clients.items()}
        self._disable()
        # What was found in the house as it is put back: forms, pages with forms, records.
        self.collected: dict[tuple[str, str, str], dict[str, Any]] = {}
        self.pages: dict[str, Known] = {}
        self.firsts: dict[tuple[str, str, str], dict[str, object]] = {}
        self._kept = folder / "kept.db"
        with sqlite3.connect(self._kept) as kept:
            self._raw().backup(kept)

    def _come(self, login: str) -> Visitor:
        client = self.app.test_client()
        assert isinstance(client, Visitor)
        if login == "nobody":
            client.read_token("/sign-in")
            return client
        assert client.sign_in(login).status_code == 302
        client.read_token()
        client.bearer = self._token(login)
        return client

    def _token(self, login: str) -> str:
        with self.factory() as session:
            user = session.scalars(select(User).where(User.login == login)).one()
            actor = actor_of(user)
        with begin(self.factory, actor, TODAY, purpose="a token") as work:
            return tokens.issue_token(work, "a program of the walls", 30).secret

    def _disable(self) -> None:
        with self.factory.begin() as session:
            session.scalars(select(User).where(User.login == "disabled")).one().active = False

    def _raw(self) -> Any:
        return self.engine.raw_connection().driver_connection

    def hold(self) -> None:
        """Work with the keys of this house, whichever was open meanwhile."""
        keys.hold(keys.KeyRing.load(self.home / "keys"))

    def reset(self) -> None:
        """Put the database back as it was when everybody had just come in."""
        with sqlite3.connect(self._kept) as kept:
            kept.backup(self._raw())

    def fresh(self, login: str) -> Visitor:
        """Somebody with the cookies of when they came in, whom nobody counted since."""
        client = self.clients[login]
        client._cookies = dict(self._jars[login])
        for limiter in self.app.extensions["limiter"]:
            limiter.reset()
        return client

    def keep(self) -> None:
        """Make what is there now the state that `reset` puts back."""
        for known in (self.collected, self.pages, self.firsts):
            known.clear()
        with sqlite3.connect(self._kept) as kept:
            self._raw().backup(kept)

    def last_event(self) -> int:
        """How many lines the trail has."""
        with self.factory() as session:
            return session.scalar(select(func.max(Event.seq))) or 0

    def events_since(self, seq: int) -> list[Any]:
        """Who did what, in the lines written after that one."""
        told = (Event.kind, Event.outcome, Event.actor_id, Event.organisation_id, Event.purpose)
        with self.factory() as session:
            rows = session.execute(select(*told).where(Event.seq > seq).order_by(Event.seq))
            return list(rows)


@contextmanager
def standing(world: World) -> Iterator[Gate]:
    """A gate of one's own over a copy of `world`."""
    with visiting.quick_folder() as folder:
        gate = Gate(world, folder)
        yield gate
        visiting.close_house(gate.app)
