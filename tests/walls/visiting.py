"""Opens a house for a test and lets the fictional people come in through the front door."""

import os
import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app import create_app
from bureau import keys
from bureau.model import User
from bureau.store import open_store
from bureau.trust import passwords
from config import Config
from tests import quick
from tests.conftest import NOW, populate

PASSWORD = "seven cranes on a quay"
BASE = "https://localhost"
quick_folder = quick.quick_folder
_TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


def turns(places: Iterable[Any], turn: int, *, of: int) -> list[Any]:
    """The places whose turn it is: one in `of`, or all where BUREAU_THOROUGH is set.

    Every place gets its turn, each with other words; `BUREAU_THOROUGH=1 bin/test tests/walls`
    tries all words in all places.
    """
    found = list(places)
    return found if os.environ.get("BUREAU_THOROUGH") else found[turn % of :: of]


class Visitor(FlaskClient):
    """A browser without eyes: keeps cookies, reads the form token, speaks over https."""

    form_token = ""
    bearer = ""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        if args and isinstance(args[0], str):
            kwargs.setdefault("base_url", BASE)
            kwargs.setdefault("buffered", True)
            if args[0].startswith("/api/") and self.bearer:
                kwargs.setdefault("headers", {"Authorization": f"Bearer {self.bearer}"})
        return super().open(*args, **kwargs)

    def read_token(self, path: str = "/help") -> str:
        """The token of any page that this visitor may see."""
        found = _TOKEN.search(self.get(path).get_data(as_text=True))
        self.form_token = found[1] if found else ""
        return self.form_token

    def send(self, path: str, form: dict[str, Any] | None = None, **kwargs: Any) -> TestResponse:
        """Send a form as a page of this house would, token included."""
        token = self.form_token or self.read_token()
        return self.post(path, data={"csrf_token": token, **(form or {})}, **kwargs)

    def sign_in(self, login: str, password: str = PASSWORD, target: str = "") -> TestResponse:
        """Come in through the front door."""
        self.read_token("/sign-in")
        answer = self.send(
            f"/sign-in?next={target}" if target else "/sign-in",
            {"login": login, "password": password},
        )
        self.form_token = ""
        return answer


def furnish(home: Path, empty: Path) -> Path:
    """Make `home` a house with keys, a database copied from `empty` and people with passwords."""
    home.mkdir(parents=True, exist_ok=True)
    shutil.copy(empty, home / "bureau.db")
    keys.hold(keys.KeyRing.load(home / "keys"))
    engine = open_store(f"sqlite:///{home / 'bureau.db'}")
    with engine.begin() as connection, Session(connection) as session:
        populate(session)
        session.flush()
        give_passwords(session)
        session.commit()
    settle(engine)
    return home


def give_passwords(session: Session) -> None:
    """Let everybody of the house sign in with the password of the tests."""
    proof = passwords.hash_of(PASSWORD)
    for user in session.scalars(select(User)):
        user.password_hash = proof


def settle(engine: Any) -> None:
    """Write everything into the one database file and let go of it."""
    raw = engine.raw_connection()
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()
    engine.dispose()


def open_house(home: Path, **settings: Any) -> Flask:
    """The application over the house at `home`, with its clock standing at `NOW`."""
    chosen: dict[str, Any] = {
        "database_url": f"sqlite:///{home / 'bureau.db'}",
        "queue_url": f"sqlite:///{home / 'queue.db'}",
        "now": NOW,
        **settings,
    }
    app = create_app(Config(home=home, **chosen))
    app.test_client_class = Visitor
    return app


def close_house(app: Flask) -> None:
    """Let go of the database."""
    app.extensions["sessions"].kw["bind"].dispose()
