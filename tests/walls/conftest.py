"""The house in which everything exists, built once, and the people signed in to it once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import quick
from tests.app.conftest import _plot, _standing, app, client_of, furnished, home, open_house
from tests.walls import world
from tests.walls.gate import Gate, standing
from tests.walls.world import World


@pytest.fixture(scope="session")
def built(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> World:
    """The world to copy from, built once for all workers; nobody changes it."""
    folder = quick.folder_of_the_run(tmp_path_factory)
    made: World = quick.once(folder, "world", lambda home: world.build(home, sqlite_template))
    return made


@pytest.fixture(scope="session")
def standing_gate(built: World) -> Iterator[Gate]:
    """Everybody signed in to one copy of that world."""
    with standing(built) as gate:
        yield gate


@pytest.fixture
def gate(standing_gate: Gate) -> Iterator[Gate]:
    """The gate, with the keys of its house, put back afterwards."""
    standing_gate.hold()
    yield standing_gate
    standing_gate.reset()


__all__ = [
    "_plot",
    "_standing",
    "app",
    "built",
    "client_of",
    "furnished",
    "gate",
    "home",
    "open_house",
    "standing_gate",
]
