"""A house with people who have passwords, and clients that come in through the front door."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from app.queue import queue_of
from bureau import keys
from config import Config
from tests.walls import visiting
from tests.walls.visiting import Visitor

ClientOf = Callable[[str], Visitor]
Standing = dict[tuple[object, ...], tuple[Flask, dict[str, Any], Config]]


@pytest.fixture(scope="session")
def furnished(sqlite_template: Path) -> Iterator[Path]:
    """A house to copy from: keys, an empty database, everybody with the same password."""
    with visiting.quick_folder() as folder:
        yield visiting.furnish(folder / "house", sqlite_template)


@pytest.fixture(scope="session")
def _plot() -> Iterator[Path]:
    """Where the house of this worker stands: statements and pages are compiled for it once."""
    with visiting.quick_folder() as folder:
        yield folder / "house"


@pytest.fixture(scope="session")
def _standing() -> Standing:
    """The applications over that house, by what was set, and how each was when it opened."""
    return {}


@pytest.fixture
def home(furnished: Path, _plot: Path) -> Path:
    """The house as if nobody had ever been there."""
    shutil.rmtree(_plot, ignore_errors=True)
    queue_of.cache_clear()
    return Path(shutil.copytree(furnished, _plot))


@pytest.fixture
def open_house(home: Path, _standing: Standing) -> Iterator[Callable[..., Flask]]:
    """Opens the house with the settings given; one application serves all tests that agree."""

    def opened(**settings: object) -> Flask:
        key = tuple(sorted(settings.items()))
        if key not in _standing:
            made = visiting.open_house(home, **settings)
            _standing[key] = (made, dict(made.config), made.extensions["settings"])
        app, config, chosen = _standing[key]
        app.config.update(config)
        app.extensions["settings"] = chosen
        keys.hold(keys.KeyRing.load(home / "keys"))
        for limiter in app.extensions["limiter"]:
            limiter.reset()
        return app

    yield opened
    for app, _, _ in _standing.values():
        visiting.close_house(app)


@pytest.fixture
def app(open_house: Callable[..., Flask]) -> Flask:
    """The application over that house."""
    return open_house()


@pytest.fixture
def client_of(app: Flask) -> ClientOf:
    """A client for a login, signed in for real; nobody for an empty login."""

    def come(login: str = "") -> Visitor:
        client = app.test_client()
        assert isinstance(client, Visitor)
        if login:
            answer = client.sign_in(login)
            assert answer.status_code == 302, answer.get_data(as_text=True)
        return client

    return come
