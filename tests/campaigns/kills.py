"""Killed in the middle of writing: what was acknowledged is there, whole and in the trail.

A kill of the process proves atomicity and the trail; whether the disk was told to keep it is tried
by `power_cuts`. A child begins one of the paths of `write_paths` in a house that was prepared, says
of each thing that it is stored, and is killed at a moment of chance; then the house is looked over:
what was said is there, the rows that are more or less are the rows the trail tells of, and the
trail is in order. `python -m tests.campaigns.kills --full` kills 500 times, 100 on each path.
"""

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.commands.databases import revision
from bureau.model import (
    Audited,
    Base,
    Decision,
    Destruction,
    DestructionPlan,
    Dossier,
    Event,
    Source,
)
from tests.campaigns import states, write_paths
from tests.campaigns.place import House, command, house
from tests.campaigns.states import FILE
from tests.walls import visiting

TOLD: dict[str, Any] = {
    "decision": Decision,
    "source": Source,
    "dossier": Dossier,
    "destroyed": DestructionPlan,
}
# The trail names a record by its own table; what it has in common with others lies in another.
ROOTS = {
    mapper.local_table.name: mapper.base_mapper.local_table.name
    for mapper in Base.registry.mappers
    if issubclass(mapper.class_, Audited)
}
LONGEST = 60  # seconds that a path takes at most
LATEST = 1.5  # a machine that does something else is slower: kills come until well after the end


class Voice:
    """What a child says of things that are stored; silent in the parent."""

    def __init__(self) -> None:
        self.to = -1

    def __call__(self, words: str) -> None:
        if self.to >= 0:
            os.write(self.to, f"{words}\n".encode())


def child(act: write_paths.Act, voice: Voice, seconds: float) -> tuple[list[str], float]:
    """Let a child do it, killed after so many seconds; what it said, and how long it worked."""
    reads, writes = os.pipe()
    begun = time.monotonic()
    number = os.fork()  # a process of our own, begun here and ended here by its id
    if number == 0:
        voice.to = writes
        try:
            act()
        finally:
            os._exit(0)
    os.close(writes)
    _ended(number, begun + seconds)
    with os.fdopen(reads) as told:
        return told.read().split(), time.monotonic() - begun


def _ended(number: int, until: float) -> None:
    """Wait until the child has ended, which it does at `until` at the latest."""
    while time.monotonic() < until:
        if os.waitpid(number, os.WNOHANG)[0]:
            return
        time.sleep(0.001)
    os.kill(number, signal.SIGKILL)
    os.waitpid(number, 0)


def unaccounted(session: Session) -> Counter[str]:
    """For each table under audit, how many rows there are beyond what the trail tells of."""
    count = Counter[str]()
    for name in set(ROOTS.values()):
        table = Base.metadata.tables[name]
        count[name] = session.scalar(select(func.count()).select_from(table)) or 0
    for changes in session.scalars(select(Event.changes)):
        for change in changes:
            _settle(count, change)
    for counts in session.scalars(select(Destruction.counts)):
        count.update({name: rows for name, rows in counts.items() if name in ROOTS})
    return count


def _settle(count: Counter[str], change: dict[str, Any]) -> None:
    """Take what one change of the trail tells of from the rows that are there."""
    if change["op"] == "new":
        told = change.get("counts") or {change["what"].partition(":")[0]: 1}
        for name, rows in told.items():
            both = ROOTS[name] != name and ROOTS[name] in told  # rows that were poured in
            count[ROOTS[name]] -= 0 if both else rows
    elif change["op"] == "gone":
        count[ROOTS[change["what"].partition(":")[0]]] += 1


def wrong(place: House, folder: Path, told: list[str], before: Counter[str]) -> Iterator[str]:
    """What was acknowledged and is not there, what no line tells of, and what is broken."""
    with place.factory() as session:
        for each in told:
            kind, _, key = each.partition(":")
            if kind in TOLD and key not in {
                str(row) for row in session.scalars(select(TOLD[kind].id))
            }:
                yield f"{each} was acknowledged and is gone"
        if (after := unaccounted(session)) != before:
            yield f"rows and trail do not agree: {after - before or before - after}"
    yield from states.faults(folder)


def migrated(place: House, folder: Path, told: list[str], prepared: str) -> Iterator[str]:
    """A migration is done as a whole, with its line, or nothing of it is there."""
    at = revision(place.engine)
    if at == write_paths.OLDER:
        if told or states.found(folder) != prepared:
            yield f"half a migration, or one that was acknowledged and is gone: {told}"
        return
    with place.factory() as session:
        kinds = session.scalars(select(Event.kind).order_by(Event.seq.desc())).first()
    if kinds != "house.upgraded":
        yield "a migration without its line"
    yield from states.faults(folder)


def path(name: str, kills: int, chance: random.Random, size: int) -> tuple[list[str], int]:
    """Kill so often on one path: what was wrong, and how much was acknowledged."""
    with visiting.quick_folder() as folder, house(folder) as place:
        voice = Voice()
        act = write_paths.PATHS[name](place, size=size, say=voice)
        place.engine.dispose()
        prepared = (folder / FILE).read_bytes()
        look = _looking(name, place, folder)
        whole, longest = child(act, voice, LONGEST)
        found = [*([] if whole else ["left alone it acknowledged nothing"]), *look(whole)]
        acknowledged = len(whole)
        for _ in range(kills):
            _put_back(folder, prepared)
            told, _ = child(act, voice, chance.uniform(0, LATEST * longest))
            acknowledged += len(told)
            found += look(told)
    return found, acknowledged


def _looking(name: str, place: House, folder: Path) -> Callable[[list[str]], list[str]]:
    """How the house is looked over on this path, held against how it was prepared."""
    if name == "migration":
        mark = states.found(folder)
        return lambda told: _looked(place, migrated(place, folder, told, mark))
    with place.factory() as session:
        before = unaccounted(session)
    return lambda told: _looked(place, wrong(place, folder, told, before))


def _looked(place: House, found: Iterator[str]) -> list[str]:
    here = list(found)
    place.engine.dispose()
    return here


def _put_back(folder: Path, prepared: bytes) -> None:
    for end in ("-wal", "-shm", "-journal"):
        (folder / f"{FILE}{end}").unlink(missing_ok=True)
    (folder / FILE).write_bytes(prepared)


def run(kills: int, size: int, names: Iterable[str] = write_paths.PATHS) -> list[str]:
    """Kill that many children on each path at moments of chance; what was found wrong."""
    chance, found = random.Random(1), list[str]()  # noqa: S311 - moments, no secrets
    for name in names:
        begun = time.monotonic()
        bad, acknowledged = path(name, kills, chance, size)
        seconds = time.monotonic() - begun
        print(
            f"kills, {name}: {kills}, {acknowledged} acknowledged, {len(bad)} wrong, "
            f"{seconds:.0f} s",
            flush=True,
        )
        found += [f"{name}: {each}" for each in bad]
    return found


def short() -> list[str]:
    """Two kills on two of the paths."""
    return run(2, 1, ("decision", "import"))


def full() -> list[str]:
    """500 kills."""
    return run(100, 1)


if __name__ == "__main__":
    command("kills", short, full)
