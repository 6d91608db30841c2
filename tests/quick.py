"""What costs a test little: a folder in memory, and what all workers of a run make only once."""

import fcntl
import os
import pickle
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

MEMORY = Path("/dev/shm")  # noqa: S108 - where it exists, writing to disk costs nothing there
ENOUGH = 2 * 1024**3
PREFIX = "bureau-test-"


def room() -> Path | None:
    """Where folders in memory stand, if the machine has room for that."""
    roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ENOUGH
    return MEMORY if roomy else None


@contextmanager
def quick_folder() -> Iterator[Path]:
    """A folder for one test, in memory where the machine has room for that."""
    with tempfile.TemporaryDirectory(dir=room(), prefix=PREFIX) as name:
        yield Path(name)


def settle_in_memory(config: pytest.Config) -> None:
    """Give the temporary folders of this run a place in memory, unless one was named."""
    if config.option.basetemp is None and (place := room()):
        config.option.basetemp = tempfile.mkdtemp(dir=place, prefix=PREFIX)
        config.add_cleanup(lambda: shutil.rmtree(config.option.basetemp, ignore_errors=True))


def folder_of_the_run(factory: pytest.TempPathFactory) -> Path:
    """The folder that the workers of this run have in common."""
    own = factory.getbasetemp()
    return own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own


def once(folder: Path, name: str, make: Callable[[Path], Any]) -> Any:
    """What `make` tells of the place `name` in `folder`, which it fills for whoever comes first.

    The other workers wait and are told the same; nobody changes what stands there.
    """
    told = folder / f"{name}.told"
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not told.exists():
            told.write_bytes(pickle.dumps(make(folder / name)))
    return pickle.loads(told.read_bytes())  # noqa: S301 - what this run wrote itself
