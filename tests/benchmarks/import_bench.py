"""Prints how an import of payments compares with a bare insert of the very same rows.

Run as `python -m tests.benchmarks.import_bench [payments] [pairs]`. The peer inserts the accounts
and payments that the import made, with the same indexes, by `executemany` on SQLite and by COPY on
PostgreSQL; reading the file, checking it and its provenance come on top of that.
"""

import os
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import Any
from uuid import UUID

import numpy as np
import psycopg
from sqlalchemy import make_url

from bureau import keys
from bureau.operations import imports
from bureau.store import open_store
from tests.benchmarks.measures import Line
from tests.bureau.operations.place import open_case
from tests.campaigns.place import House
from tests.conftest import migrate

HEAD = "id,date,time,amount,currency,from_account,to_account,from_name,reference\n"
TABLES = ("entity", "account", "payment")


def file_of(count: int, seed: int = 7) -> bytes:
    """A list of payments between a fifth as many accounts, a few of them busy."""
    chance = np.random.default_rng(seed)
    agents = max(2, count // 5)
    weight = 1 / np.arange(1, agents + 1) ** 0.7
    ends = chance.choice(agents, size=(count, 2), p=weight / weight.sum()).tolist()
    cents = (np.exp(chance.normal(7.6, 1.3, size=count)) * 100).astype(int).tolist()
    days = (np.datetime64("2025-01-01") + chance.integers(0, 365, count)).astype(str).tolist()
    seconds = chance.integers(0, 86400, count).tolist()
    lines = (
        f"P{n:08},{day},{s // 3600:02}:{s // 60 % 60:02}:{s % 60:02},{c // 100}.{c % 100:02},EUR,"
        f"ACC{a:07},ACC{b:07},Holder {a},invoice {n % 977}\n"
        for n, ((a, b), c, day, s) in enumerate(zip(ends, cents, days, seconds, strict=True))
    )
    return (HEAD + "".join(lines)).encode()


@contextmanager
def place(address: str) -> Iterator[House]:
    """An empty, migrated house at a database."""
    engine = open_store(address)
    migrate(engine)
    yield House(engine)
    engine.dispose()


def taken_in(house: House, content: bytes) -> tuple[float, UUID]:
    """Seconds that one import took, from the bytes of the file to the commit."""
    with house.work_of(house.actors.officer) as work:
        case = open_case(work, house.actors.second)
    began = time.perf_counter()
    with house.work_of(house.actors.officer) as work:
        imports.import_file(work, case, "payments-csv", "list.csv", content, source_title="list")
    return time.perf_counter() - began, case


def bare(path: Path, other: Path) -> float:
    """Seconds of a bare executemany of the same rows into the same tables."""
    rows: dict[str, list[tuple[Any, ...]]] = {}
    with sqlite3.connect(path) as read:
        for table in TABLES:
            rows[table] = read.execute(f"SELECT * FROM {table} ORDER BY rowid").fetchall()  # noqa: S608
    store = sqlite3.connect(other, isolation_level=None)
    store.execute("PRAGMA journal_mode=WAL")
    store.execute("PRAGMA synchronous=FULL")
    began = time.perf_counter()
    store.execute("BEGIN IMMEDIATE")
    for table in TABLES:
        marks = ",".join("?" * len(rows[table][0]))
        store.executemany(f"INSERT INTO {table} VALUES ({marks})", rows[table])  # noqa: S608
    store.execute("COMMIT")
    spent = time.perf_counter() - began
    store.close()
    return spent


def pair(content: bytes, folder: Path) -> tuple[float, float]:
    """One import and its peer, on two fresh files."""
    ours, peer = folder / "ours.db", folder / "peer.db"
    for path in (ours, peer):
        for old in folder.glob(f"{path.name}*"):
            old.unlink()
    with place(f"sqlite:///{peer}"):
        pass
    with place(f"sqlite:///{ours}") as house:
        spent, _ = taken_in(house, content)
    return spent, bare(ours, peer)


def line(count: int, pairs: int) -> Line:
    """The line of the report for SQLite."""
    with redirect_stdout(sys.stderr):
        ratios = compare(count, pairs)
    return _line("sqlite / bare executemany", count, ratios)


def line_of_postgresql(count: int, pairs: int, server: str) -> Line:
    """The line of the report for PostgreSQL, in databases of its own on the server of an address.

    The peer copies the rows of the import by COPY, without looking at references.
    """
    keys.hold(keys.KeyRing.fresh())
    content = file_of(count)
    return _line(
        "postgresql / bare COPY",
        count,
        [_copied(content, server, number) for number in range(pairs)],
    )


def _line(what: str, count: int, ratios: list[float]) -> Line:
    middle = statistics.median(ratios)
    spread = f"{min(ratios):.2f} to {max(ratios):.2f}, {len(ratios)} pairs"
    what = f"import of {count:,} rows of payments-csv into {what}"
    return Line(what, f"{middle:.2f} x its speed ({spread})", ">= 0.6", middle >= 0.6)


def _copied(content: bytes, server: str, number: int) -> float:
    """The speed of one import as a part of that of COPY, on two fresh databases."""
    ours, peer = (_database(server, f"import_{side}_{number}") for side in ("ours", "peer"))
    with place(peer):
        pass
    with place(ours) as house:
        spent, _ = taken_in(house, content)
    return bare_copy(_plain(ours), _plain(peer)) / spent


def _plain(address: str) -> str:
    return address.replace("postgresql+psycopg://", "postgresql://", 1)


def _database(server: str, name: str) -> str:
    with psycopg.connect(_plain(server), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return make_url(server).set(database=name).render_as_string(hide_password=False)


def bare_copy(ours: str, peer: str) -> float:
    """Seconds of a bare COPY of the same rows into the same tables, to the commit."""
    rows: dict[str, bytes] = {}
    with psycopg.connect(ours) as read:
        for table in TABLES:
            with read.cursor().copy(f"COPY {table} TO STDOUT") as out:
                rows[table] = b"".join(bytes(block) for block in out)
    with psycopg.connect(peer) as store:
        store.execute("SET session_replication_role = replica")
        began = time.perf_counter()
        for table in TABLES:
            with store.cursor().copy(f"COPY {table} FROM STDIN") as into:
                into.write(rows[table])
        store.commit()
        return time.perf_counter() - began


def compare(count: int, pairs: int, say: Callable[[str], None] = print) -> list[float]:
    """The speed of the import as a part of that of its peer, one ratio for each pair."""
    keys.hold(keys.KeyRing.fresh())
    content = file_of(count)
    ratios = []
    with tempfile.TemporaryDirectory() as name:
        for _ in range(pairs):
            ours, peer = pair(content, Path(name))
            ratios.append(peer / ours)
            say(f"  {count} payments: import {ours:.2f} s, bare insert {peer:.2f} s")
    say(f"SQLite: {statistics.median(ratios):.2f} x the speed of a bare executemany, "
        f"of {min(ratios):.2f} to {max(ratios):.2f}")  # fmt: skip
    return ratios


if __name__ == "__main__":
    numbers = [int(text) for text in sys.argv[1:] if text.isdecimal()]
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp())
    compare(numbers[0] if numbers else 100_000, numbers[1] if len(numbers) > 1 else 3)
