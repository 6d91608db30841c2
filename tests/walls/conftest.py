"""The house in which everything exists, built once, and the people signed in to it once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.conftest import _plot, _standing, app, client_of, furnished, home, open_house
from tests.walls import visiting, world
from tests.walls.gate import Gate, standing
from tests.walls.world import World


@pytest.fixture(scope="session")
def built(sqlite_template: Path) -> Iterator[World]:
    """The world to copy from; nobody changes it."""
    with visiting.quick_folder() as folder:
        yield world.build(folder / "house", sqlite_template)


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
