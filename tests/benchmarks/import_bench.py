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
from contextlib import closing, contextmanager, redirect_stdout
from pathlib import Path
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


def bare(path: Path, other: Path, *, checked: bool = False) -> float:
    """Seconds of a bare executemany of the same rows into the same tables.

    With `checked` the references of each row are looked up, as they are in the import.
    """
    with closing(sqlite3.connect(path)) as read:
        rows = {name: read.execute(f"SELECT * FROM {name} ORDER BY rowid").fetchall()  # noqa: S608
                for name in TABLES}  # fmt: skip
    store = sqlite3.connect(other, isolation_level=None)
    store.execute("PRAGMA journal_mode=WAL")
    store.execute("PRAGMA synchronous=FULL")
    if checked:
        _parents(store, path)
        store.execute("PRAGMA foreign_keys=ON")
    began = time.perf_counter()
    store.execute("BEGIN IMMEDIATE")
    for table in TABLES:
        marks = ",".join("?" * len(rows[table][0]))
        store.executemany(f"INSERT INTO {table} VALUES ({marks})", rows[table])  # noqa: S608
    store.execute("COMMIT")
    spent = time.perf_counter() - began
    store.close()
    return spent


def _parents(store: sqlite3.Connection, path: Path) -> None:
    """All that the rows refer to outside their own tables."""
    store.execute("ATTACH ? AS ours", (str(path),))
    names = store.execute("SELECT name FROM ours.sqlite_master WHERE type = 'table'").fetchall()
    for (name,) in names:
        if name not in TABLES and not name.startswith("sqlite_"):
            store.execute(f'INSERT OR IGNORE INTO "{name}" SELECT * FROM ours."{name}"')  # noqa: S608
    store.execute("DETACH ours")


def group(content: bytes, folder: Path) -> tuple[float, float, float]:
    """Seconds of one import, of its peer and of the peer that looks up references."""
    paths = [folder / f"{name}.db" for name in ("ours", "peer", "checked")]
    for old in folder.glob("*.db*"):
        old.unlink()
    for path in paths[1:]:
        with place(f"sqlite:///{path}"):
            pass
    with place(f"sqlite:///{paths[0]}") as house:
        spent, _ = taken_in(house, content)
    return spent, bare(paths[0], paths[1]), bare(paths[0], paths[2], checked=True)


def lines(count: int, times: int) -> Iterator[Line]:
    """The lines of the report for SQLite."""
    with redirect_stdout(sys.stderr):
        groups = compare(count, times)
    yield from _lines(count, groups, "sqlite / bare executemany")


def lines_of_postgresql(count: int, times: int, server: str) -> Iterator[Line]:
    """The lines of the report for PostgreSQL, in databases of its own on the server of an address.

    The peer copies the rows of the import by COPY, without looking at references.
    """
    keys.hold(keys.KeyRing.fresh())
    content = file_of(count)
    groups = [_copied(content, server, number) for number in range(times)]
    yield from _lines(count, groups, "postgresql / bare COPY")


def _lines(count: int, groups: list[tuple[float, float, float]], peer: str) -> Iterator[Line]:
    what = f"import of {count:,} rows of payments-csv into {peer}"
    for side, words, goal in ((1, "", 0.6), (2, " with references looked up", 0.0)):
        ratios = [each[side] / each[0] for each in groups]
        middle = statistics.median(ratios)
        spread = f"{min(ratios):.2f} to {max(ratios):.2f}, {len(ratios)} pairs"
        seconds = " against ".join(
            f"{statistics.median(each[at] for each in groups):.3g} s" for at in (0, side)
        )
        found = f"{middle:.2f} x its speed ({spread}; {seconds})"
        yield Line(f"{what}{words}", found, f">= {goal}" if goal else "-", middle >= goal)


def _copied(content: bytes, server: str, number: int) -> tuple[float, float, float]:
    """Seconds of one import, of COPY, and of COPY that looks up references, on fresh databases."""
    sides = ("ours", "peer", "checked")
    ours, peer, checked = (_database(server, f"import_{side}_{number}") for side in sides)
    for address in (peer, checked):
        with place(address):
            pass
    with place(ours) as house:
        spent, _ = taken_in(house, content)
    plain = [_plain(address) for address in (ours, peer, checked)]
    return spent, bare_copy(plain[0], plain[1]), bare_copy(plain[0], plain[2], checked=True)


def _plain(address: str) -> str:
    return address.replace("postgresql+psycopg://", "postgresql://", 1)


def _database(server: str, name: str) -> str:
    with psycopg.connect(_plain(server), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return make_url(server).set(database=name).render_as_string(hide_password=False)


def bare_copy(ours: str, peer: str, *, checked: bool = False) -> float:
    """Seconds of a bare COPY of the same rows into the same tables, to the commit."""
    with psycopg.connect(ours) as read, psycopg.connect(peer) as store:
        rows = {table: _taken_out(read, table) for table in TABLES}
        store.execute("SET session_replication_role = replica")
        if checked:
            _parents_copied(read, store)
            store.execute("SET session_replication_role = origin")
        began = time.perf_counter()
        for table in TABLES:
            with store.cursor().copy(f"COPY {table} FROM STDIN") as into:
                into.write(rows[table])
        store.commit()
        return time.perf_counter() - began


def _taken_out(read: psycopg.Connection, table: str) -> bytes:
    with read.cursor().copy(f'COPY "{table}" TO STDOUT') as out:
        return b"".join(bytes(block) for block in out)


def _parents_copied(read: psycopg.Connection, store: psycopg.Connection) -> None:
    names = read.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
    for (name,) in names:
        if name not in TABLES:
            store.execute(f'DELETE FROM "{name}"')  # noqa: S608
            with store.cursor().copy(f'COPY "{name}" FROM STDIN') as into:
                into.write(_taken_out(read, name))
    store.commit()


def compare(
    count: int, times: int, say: Callable[[str], None] = print
) -> list[tuple[float, float, float]]:
    """Seconds of imports and of their peers, in groups that ran one after another."""
    keys.hold(keys.KeyRing.fresh())
    content = file_of(count)
    groups = []
    with tempfile.TemporaryDirectory() as name:
        for _ in range(times):
            ours, peer, checked = found = group(content, Path(name))
            groups.append(found)
            say(f"  {count} payments: import {ours:.2f} s, bare insert {peer:.2f} s, "
                f"with references {checked:.2f} s")  # fmt: skip
    ratios = [peer / ours for ours, peer, _ in groups]
    say(f"SQLite: {statistics.median(ratios):.2f} x the speed of a bare executemany, "
        f"of {min(ratios):.2f} to {max(ratios):.2f}")  # fmt: skip
    return groups


if __name__ == "__main__":
    numbers = [int(text) for text in sys.argv[1:] if text.isdecimal()]
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp())
    compare(numbers[0] if numbers else 100_000, numbers[1] if len(numbers) > 1 else 3)
