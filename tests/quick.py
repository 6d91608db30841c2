"""A folder for tests that costs nothing to write to."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MEMORY = Path("/dev/shm")  # noqa: S108 - where it exists, writing to disk costs nothing there


@contextmanager
def quick_folder() -> Iterator[Path]:
    """A folder for one test, in memory where the machine has room for that."""
    room = MEMORY if MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(dir=room, prefix="bureau-test-") as name:
        yield Path(name)
