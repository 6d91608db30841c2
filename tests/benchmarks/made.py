"""Payments to measure with: two families of graphs, in memory and in databases."""

import csv
import secrets
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from uuid import UUID

import numpy as np
from sqlalchemy import Engine

from bureau.graph.columns import DAY, EPOCH, Columns
from bureau.graph.gathering import Gathering, Part
from bureau.model import Base
from bureau.store import open_store

LABELLED = Path(__file__).parents[2] / "../shared/data/c-transactions/amlgentex-seed0"
START = (date(2024, 1, 1).toordinal() - EPOCH) * DAY
EURO = int.from_bytes(b"EUR", "big")
COLUMNS = '"key", from_id, to_id, paid_on, second_of_day, amount_minor, currency'


@dataclass(frozen=True, slots=True)
class City:
    """Payments by time among numbered parties."""

    name: str
    begin: np.ndarray
    payer: np.ndarray
    payee: np.ndarray
    minor: np.ndarray
    size: int

    def __len__(self) -> int:
        return len(self.begin)

    def columns(self) -> Columns:
        """The same as the columns of a case."""
        read = Gathering(len(self))
        keys = [f"list:{number:040x}" for number in range(len(self))]
        read.take(
            Part(
                (self.begin // DAY).astype(np.int32),
                (self.begin % DAY).astype(np.int32),
                self.minor,
                self.payer,
                self.payee,
                np.full(len(self), EURO, dtype=np.int32),
                np.frombuffer("".join(keys).encode(), dtype=np.uint8),
                np.full(len(self), 45, dtype=np.int32),
            )
        )
        return read.arranged(tuple(f"account:{number:06}" for number in range(self.size)))


def scale_free(count: int, seed: int = 1, days: int = 180) -> City:
    """Heavy-tailed parties, one for five payments, in half a year; nothing planted."""
    chance = np.random.default_rng(seed)
    size = max(5, count // 5)
    weight = 1 / np.arange(1, size + 1) ** 0.75
    weight /= weight.sum()
    payer = chance.choice(size, size=count, p=weight)
    payee = chance.choice(size, size=count, p=weight)
    payee = np.where(payer == payee, (payee + 1) % size, payee)
    begin = np.sort(START + chance.integers(0, days * DAY, size=count))
    minor = np.exp(chance.normal(7.0, 1.3, size=count) + np.log(100)).astype(np.int64) + 1
    return City("scale-free", begin, payer.astype(np.int32), payee.astype(np.int32), minor, size)


def labelled(count: int, seed: int = 2) -> City:
    """The labelled made-up city as often as needed, with other accounts each time.

    The file tells days only; a second of the day is drawn, so that payments have an order.
    """
    with (LABELLED / "transactions.csv").open(encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines) if row["nameOrig"] != row["nameDest"]]
    names = {name: n for n, name in enumerate(dict.fromkeys(
        name for row in rows for name in (row["nameOrig"], row["nameDest"])
    ))}  # fmt: skip
    times = -(-count // len(rows))
    chance = np.random.default_rng(seed)
    day = np.array([date.fromisoformat(row["date"]).toordinal() - EPOCH for row in rows])
    ends = np.array([[names[row["nameOrig"]], names[row["nameDest"]]] for row in rows])
    minor = np.array([round(float(row["amount"]) * 100) for row in rows])
    begin = np.tile(day, times) * DAY + chance.integers(0, DAY, size=times * len(rows))
    shift = np.repeat(np.arange(times) * len(names), len(rows))
    payer, payee = (np.tile(ends[:, side], times) + shift for side in (0, 1))
    order = np.argsort(begin, kind="stable")[:count]
    columns = (payer.astype(np.int32)[order], payee.astype(np.int32)[order])
    sums = np.maximum(1, np.tile(minor, times)[order])
    return City("amlgentex", begin[order], *columns, sums, times * len(names))


@dataclass(frozen=True, slots=True)
class Stored:
    """A database with the payments of one case."""

    engine: Engine
    case: SimpleNamespace
    names: dict[UUID, str]


def rows_of(city: City, case: UUID, ids: list[UUID]) -> Iterator[tuple[object, ...]]:
    """The rows of the table of payments, with keys as an import gives them."""
    source = secrets.token_hex(16)
    for number in range(len(city)):
        moment = int(city.begin[number])
        yield (
            secrets.token_hex(16),
            case.hex,
            f"list:{secrets.token_hex(20)}",
            ids[city.payer[number]].hex,
            ids[city.payee[number]].hex,
            date.fromordinal(EPOCH + moment // DAY).isoformat(),
            moment % DAY,
            int(city.minor[number]),
            "EUR",
            "invoice 2024-0012",
            "",
            f"X{number}",
            f"row {number}",
            "{}",
            source,
            1,
        )


FIELDS = (
    *("id", "case_id", "key", "from_id", "to_id", "paid_on", "second_of_day", "amount_minor"),
    *("currency", "reference", "kind", "external_id", "place_in_source", "extra"),
    *("learnt_from_id", "version"),
)


def in_sqlite(city: City, path: Path) -> Stored:
    """The payments in a new SQLite file with the tables and indexes of the program."""
    engine = open_store(f"sqlite:///{path}")
    Base.metadata.create_all(engine)
    case, ids = UUID(bytes=secrets.token_bytes(16)), _ids(city)
    with sqlite3.connect(path) as plain:
        for setting in ("cache_size=-800000", "synchronous=OFF", "foreign_keys=OFF"):
            plain.execute(f"PRAGMA {setting}")
        for index in ("from_id", "to_id", "learnt_from_id"):
            plain.execute(f"DROP INDEX ix_payment_{index}")
        named = ", ".join(f'"{field}"' for field in FIELDS)
        marks = ", ".join("?" * len(FIELDS))
        plain.executemany(
            f"INSERT INTO payment ({named}) VALUES ({marks})",  # noqa: S608 - our own names
            rows_of(city, case, ids),
        )
        for index in ("from_id", "to_id", "learnt_from_id"):
            plain.execute(f"CREATE INDEX ix_payment_{index} ON payment ({index})")
    names = {each: f"account:{number:06}" for number, each in enumerate(ids)}
    reading = engine.execution_options(reading=True)
    return Stored(reading, SimpleNamespace(id=case), names)


def in_postgresql(city: City, engine: Engine) -> Stored:
    """The payments in a PostgreSQL database; constraints on other tables are set aside."""
    Base.metadata.create_all(engine)
    case, ids = UUID(bytes=secrets.token_bytes(16)), _ids(city)
    with engine.begin() as connection:
        connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        driver = connection.connection.driver_connection
        named = ", ".join(f'"{field}"' for field in FIELDS)
        with driver.cursor() as cursor, cursor.copy(f"COPY payment ({named}) FROM STDIN") as copy:
            for row in rows_of(city, case, ids):
                copy.write_row(row)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("VACUUM ANALYZE payment")
    names = {each: f"account:{number:06}" for number, each in enumerate(ids)}
    return Stored(engine, SimpleNamespace(id=case), names)


def _ids(city: City) -> list[UUID]:
    return [UUID(bytes=secrets.token_bytes(16)) for _ in range(city.size)]
