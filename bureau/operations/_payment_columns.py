"""The payments of a case as columns, read without an object for each of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import numpy as np
from sqlalchemy import func, select

from bureau.errors import Invalid
from bureau.graph.columns import Columns, Indexes
from bureau.graph.columns_fast import (
    Words,
    days,
    places,
    short_words,
    sizes_between,
    table_of,
    whole_numbers,
    words_of_hex,
)
from bureau.graph.gathering import Gathering, Part
from bureau.model import Case, Payment
from bureau.work import Work

_AT_ONCE = 50_000
_LARGE = 8  # a case of more than one payment in so many is read from end to end

# Whole stretches of a column come as one text: a database puts them end to end far quicker than
# a program asks for them one by one. All columns of one answer stand in the same order.
_STRETCH = """
    SELECT count(*), max(place), CAST(group_concat(code, char(0)) AS BLOB),
        CAST(group_concat(payer, '') AS BLOB), CAST(group_concat(payee, '') AS BLOB),
        CAST(group_concat(paid_on, '') AS BLOB), CAST(group_concat(moment) AS BLOB),
        CAST(group_concat(minor) AS BLOB), CAST(group_concat(currency) AS BLOB)
    FROM (
        SELECT {place} AS place, "key" AS code, from_id AS payer, to_id AS payee, paid_on,
            ifnull(second_of_day, -1) AS moment, amount_minor AS minor, currency
        FROM payment WHERE {case} = ? AND {place} > ? ORDER BY {place} LIMIT ?
    )"""
_BY_KEY = _STRETCH.format(place='"key"', case="case_id")
_FROM_END_TO_END = _STRETCH.format(place="rowid", case="+case_id")
_BY_PARTS = """
    SELECT count(*), string_agg(convert_to(code, 'UTF8'), '\\x00'::bytea),
        string_agg(uuid_send(payer), ''), string_agg(uuid_send(payee), ''),
        string_agg(int4send(paid_on - DATE '1970-01-01'), ''),
        string_agg(int4send(moment), ''), string_agg(int8send(minor), ''),
        string_agg(convert_to(currency, 'UTF8'), ',')
    FROM (
        SELECT row_number() OVER () / %s AS part, "key" AS code, from_id AS payer,
            to_id AS payee, paid_on, coalesce(second_of_day, -1)::int4 AS moment,
            amount_minor AS minor, currency
        FROM payment WHERE case_id = %s
    ) AS numbered
    GROUP BY part"""


def payment_columns(work: Work, case: Case, names: Mapping[UUID, str]) -> Columns:
    """The payments of `case` in order of time; accounts are called by `names`."""
    work.session.flush()
    known = _Known.of(names)
    mine = select(func.count()).select_from(Payment).where(Payment.case_id == case.id)
    read = Gathering(work.session.scalar(mine) or 0)
    sqlite = work.session.get_bind().dialect.name == "sqlite"
    for part in (_from_sqlite if sqlite else _from_postgresql)(work, case, known, read.room):
        read.take(part)
    return read.arranged(_numbered(read, tuple(names.values())))


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """The parties of a case, so that an id is found among them at once."""

    ids: Words
    table: Indexes

    @classmethod
    def of(cls, names: Mapping[UUID, str]) -> "_Known":
        ids = _words(b"".join([one.int.to_bytes(16) for one in names]))
        return cls(ids, table_of(ids))

    def places(self, wanted: Words) -> Indexes:
        found = places(wanted, self.ids, self.table)
        if len(found) and found.min() < 0:
            raise Invalid("A payment names an account that is not in its case.")
        return found


def _from_sqlite(work: Work, case: Case, known: _Known, count: int) -> Iterator[Part]:
    connection = work.session.connection()
    last = connection.exec_driver_sql("SELECT max(rowid) FROM payment").scalar_one() or 0
    many = count * _LARGE > last
    query, after = (_FROM_END_TO_END, 0) if many else (_BY_KEY, "")
    while True:
        asked = (case.id.hex, after, _AT_ONCE)
        size, after, *texts = connection.exec_driver_sql(query, asked).one()
        if not size:
            return
        yield _stretch(size, [np.frombuffer(each, dtype=np.uint8) for each in texts], known)


def _stretch(size: int, texts: list[Any], known: _Known) -> Part:
    keys, payer, payee, on, moment, minor, currency = texts
    return Part(
        days(on, size),
        whole_numbers(moment, size).astype(np.int32),
        whole_numbers(minor, size),
        known.places(words_of_hex(payer, size)),
        known.places(words_of_hex(payee, size)),
        short_words(currency, size),
        keys,
        sizes_between(keys, size),
        gap=1,
    )


def _from_postgresql(work: Work, case: Case, known: _Known, _: int) -> Iterator[Part]:
    # Bytes come as they are in a binary answer; in a textual one they are twice as long.
    driver: Any = work.session.connection().connection.driver_connection
    with driver.cursor(binary=True) as cursor:
        for size, *texts in cursor.execute(_BY_PARTS, (_AT_ONCE, case.id)):
            yield _part(size, texts, known)


def _part(size: int, texts: list[Any], known: _Known) -> Part:
    keys, payer, payee, on, moment, minor, currency = texts
    code = np.frombuffer(keys, dtype=np.uint8)
    return Part(
        np.frombuffer(on, dtype=">i4").astype(np.int32),
        np.frombuffer(moment, dtype=">i4").astype(np.int32),
        np.frombuffer(minor, dtype=">i8").astype(np.int64),
        known.places(_words(payer)),
        known.places(_words(payee)),
        short_words(np.frombuffer(currency, dtype=np.uint8), size),
        code,
        sizes_between(code, size),
        gap=1,
    )


def _words(ids: bytes) -> Words:
    return np.frombuffer(ids, dtype=">u8").astype(np.uint64).reshape(-1, 2)


def _numbered(read: Gathering, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names of the parties that pay or are paid; `read` is numbered by them from then on."""
    used = np.zeros(len(names), dtype=np.bool_)
    used[read.source] = used[read.target] = True
    place = np.cumsum(used, dtype=np.int32) - 1
    read.source, read.target = place[read.source], place[read.target]
    return tuple(names[number] for number in np.flatnonzero(used).tolist())
