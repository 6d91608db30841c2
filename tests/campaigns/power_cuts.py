"""The power goes out in the middle of writing: what was acknowledged is there, whole.

Each path of `write_paths` runs once with the product's own code, driver and SQLite, while all that
the disk is told is noted (`disk`). Then the power goes out at moments of chance (`cuts`): the
product opens what would lie there, and what it finds must be, in every table and to the byte, what
stood there after one of the commits: not one that came before the last that was acknowledged
(lost), and nothing in between (half: a change without its line of the trail, or a line without its
change, or half a migration). The trail of each state is proved against the root that was signed
last, and its tables against the model. As a control the same is done with `synchronous=OFF` and
NORMAL, where the campaign has to find losses.

What the model leaves out: a disk that says it synced and did not, or that breaks what it was not
writing; sectors of another size; the memory of a file system that loses a name after its folder was
synced; several processes that write at once; PostgreSQL, which has a log of its own.
`python -m tests.campaigns.power_cuts --full` cuts 2,000 times on each path.
"""

import random
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.exc import DatabaseError

from tests.campaigns import cuts, states, write_paths
from tests.campaigns.disk import COMMIT, Disk, Told
from tests.campaigns.place import House, command, house
from tests.campaigns.states import FILE
from tests.walls import visiting

FEW = 25
LOST, HALF, UNREADABLE = "lost", "half", "unreadable"


@dataclass(frozen=True, slots=True)
class Recorded:
    """What lay there before, and what the disk was told after it."""

    before: dict[str, bytes]
    told: list[Told]


@contextmanager
def careless(engine: Engine, how: str) -> Iterator[None]:
    """Let each new connection of `engine` sync less than the product insists on; FULL is as is."""

    def less(plain: Any, _: Any) -> None:
        plain.execute(f"PRAGMA synchronous={how}")

    event.listen(engine, "connect", less)
    yield
    event.remove(engine, "connect", less)


def recorded(place: House, folder: Path, act: write_paths.Act, how: str) -> Recorded:
    """Do it while everything that the disk is told is noted."""
    place.engine.dispose()
    before = {FILE: (folder / FILE).read_bytes()}
    disk, dialect = Disk(folder), place.engine.dialect
    plainly = dialect.do_commit

    def commit(connection: Any) -> None:
        plainly(connection)
        disk.commit()

    with disk.between(), careless(place.engine, how):
        dialect.do_commit = commit  # type: ignore[method-assign]
        act()
        dialect.do_commit = plainly  # type: ignore[method-assign]
        place.engine.dispose()
    return Recorded(before, disk.told)


def known_states(record: Recorded, folder: Path) -> tuple[dict[str, int], list[str]]:
    """What stood there after each commit, by its number; and what is wrong with any of them."""
    commits = [at for at, told in enumerate(record.told, 1) if told.what == COMMIT]
    known, wrong = dict[str, int](), list[str]()
    for _, number, shelf in cuts.walked(record.before, record.told, [0, *commits]):
        shelf.whole(folder)
        state = states.found(folder)
        if state not in known:
            wrong += [f"after commit {number}: {each}" for each in states.faults(folder)]
        known[state] = number
    return known, wrong


def replayed(record: Recorded, count: int, seed: int, folder: Path) -> tuple[Counter[str], int]:
    """Cut so many times; what was found of each kind, and how many commits were acknowledged."""
    known, wrong = known_states(record, folder)
    chance = random.Random(seed)  # noqa: S311 - moments, no secrets
    moments = [chance.randint(0, len(record.told)) for _ in range(count)]
    tally = Counter({"wrong": len(wrong)})
    for _, acknowledged, shelf in cuts.walked(record.before, record.told, moments):
        shelf.cut(folder, chance)
        try:
            number = known.get(states.found(folder))
        except (DatabaseError, sqlite3.DatabaseError):
            tally[UNREADABLE] += 1
            continue
        if number is None:
            tally[HALF] += 1
        elif number < acknowledged:
            tally[LOST] += 1
    return tally, sum(told.what == COMMIT for told in record.told)


def tried(name: str, count: int, size: int, how: str = "FULL", **more: Any) -> Counter[str]:
    """One path: recorded once, cut so many times, and told in a line."""
    begun = monotonic()
    with visiting.quick_folder() as quick, house(quick) as place:
        act = write_paths.PATHS[name](place, size=size, **more)
        record = recorded(place, quick, act, how)
        with tempfile.TemporaryDirectory(dir=quick) as folder:
            tally, commits = replayed(record, count, 1, Path(folder))
    print(
        f"power cuts, {name}, synchronous={how}: {count} cuts in {len(record.told)} orders, "
        f"{commits} commits acknowledged, {tally[LOST]} cuts lost one, {tally[HALF]} half, "
        f"{tally[UNREADABLE]} unreadable, {tally['wrong']} states not in order, "
        f"{monotonic() - begun:.0f} s",
        flush=True,
    )
    return tally


def run(count: int, size: int, **more: Any) -> list[str]:
    """All paths, and the control; what was found wrong."""
    wrong = []
    for name in write_paths.PATHS:
        tally = tried(name, count, size, **(more if name == "issue" else {}))
        wrong += [f"{name}: {kind} {number}" for kind, number in tally.items() if number]
    for how in ("OFF", "NORMAL") if count > FEW else ("OFF",):
        if not sum(tried("decision", max(count // 5, 20), size, how).values()):
            wrong.append(f"nothing was lost with synchronous={how}: this campaign sees nothing")
    return wrong


def short() -> list[str]:
    """A few cuts on each path."""
    return run(FEW, 1)


def full() -> list[str]:
    """2,000 cuts on each path, with real prints."""
    return run(2000, 4, printing=True)


if __name__ == "__main__":
    command("power_cuts", short, full)
