"""The house in which everything exists, built once, and the people signed in to it once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.walls import visiting, world
from tests.walls.world import World


@pytest.fixture(scope="session")
def built(sqlite_template: Path) -> Iterator[World]:
    """The world to copy from; nobody changes it."""
    with visiting.quick_folder() as folder:
        yield world.build(folder / "house", sqlite_template)
