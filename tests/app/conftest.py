"""A house with people who have passwords, and clients that come in through the front door."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.walls import visiting
from tests.walls.visiting import Visitor

ClientOf = Callable[[str], Visitor]


@pytest.fixture(scope="session")
def furnished(sqlite_template: Path) -> Iterator[Path]:
    """A house to copy from: keys, an empty database, everybody with the same password."""
    with visiting.quick_folder() as folder:
        yield visiting.furnish(folder / "house", sqlite_template)


@pytest.fixture
def home(furnished: Path) -> Iterator[Path]:
    """A house of one's own for one test."""
    with visiting.quick_folder() as folder:
        yield Path(shutil.copytree(furnished, folder / "house"))


@pytest.fixture
def app(home: Path) -> Iterator[Flask]:
    """The application over that house."""
    made = visiting.open_house(home)
    yield made
    visiting.close_house(made)


@pytest.fixture
def client_of(app: Flask) -> ClientOf:
    """A client for a login, signed in for real; nobody for an empty login."""

    def come(login: str = "") -> Visitor:
        client = app.test_client()
        assert isinstance(client, Visitor)
        if login:
            assert client.sign_in(login).status_code == 302
        return client

    return come
