"""Payments from delimited text: columns by name, amounts exact, anything doubtful refused."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import count
from operator import itemgetter
from types import MappingProxyType
from typing import Any

from bureau.errors import Invalid
from bureau.formats.accounts import odd_payments
from bureau.formats.amounts import check_currency
from bureau.formats.csv_amounts import Mark, decimal_mark, read_amount
from bureau.formats.csv_blocks import Blocks, Uneven, account_of, blocks, even
from bureau.formats.csv_layouts import STANDARD, Layout, layout_of
from bureau.formats.days import clock_time, iso_day
from bureau.formats.formulas import unguarded
from bureau.formats.guard import PAYMENT_LISTS, Limits, decode, shorten
from bureau.formats.payment_columns import PaymentColumns
from bureau.formats.table import Row, Table, fitting, read_table
from bureau.formats.values import FileWarning, PaymentFile, PaymentRecord

FORMAT = "payments-csv"
_PLAIN = re.compile(r" *[0-9]+\.[0-9]{1,2} *")  # a point and too few digits behind it for thousands
_CENTS = re.compile(r"([0-9]{1,15})\.([0-9]{2})")
_MOST_REMEMBERED = 100_000
_ORDER = ("id", "date", "time", "amount", "currency", "from_name", "to_name", "reference", "kind")
_NOTHING: Mapping[str, str] = MappingProxyType({})


_account = lru_cache(maxsize=1 << 18)(account_of)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What is the same for every row of one file."""

    header: Sequence[str]
    layout: Layout
    places: Mapping[str, int]
    kept: Mapping[str, int]
    mark: Mark
    limits: Limits


def read_payments_csv(content: bytes, limits: Limits = PAYMENT_LISTS) -> PaymentFile:
    """The payments of one file in a layout that is known here; all of it or nothing."""
    table = read_table(content, limits)
    layout = layout_of(table.header)
    at = {name: number for number, name in enumerate(table.header)}
    places = {name: at[column] for name, column in layout.columns.items() if column in at}
    kept = {name: number for name, number in at.items() if name not in layout.used}
    reading = _Reading(table.header, layout, places, kept, Mark.POINT, limits)
    payments: Sequence[PaymentRecord] | None = _quickly(content, table.delimiter, reading)
    if payments is None:
        payments = read_carefully(content, table, reading)
    if not payments:
        raise Invalid(
            "The file has a header but no payments.",
            where={"line": 1},
            hint="Check the period and the filter of the export.",
        )
    _check_unique(payments)
    return PaymentFile(FORMAT, payments, (), (*_layout_warnings(layout), *odd_payments(payments)))


def _quickly(content: bytes, delimiter: str, reading: _Reading) -> PaymentColumns | None:
    """The payments in blocks; None where the file as a whole needs the careful reader."""
    if not even(content, reading.limits):
        return None
    layout, found = reading.layout, PaymentColumns()
    prefixes = {name: reading.header.index(of) for name, of in layout.prefixes.items()}
    ways = Blocks(len(reading.header), layout, reading.places, reading.kept, prefixes)
    try:
        for line, cells in blocks(decode(content, reading.limits), delimiter):
            number = len(found) + 1
            columns = ways.columns(cells, line, number) or _oddly(cells, line, number, reading)
            if columns is None:
                return None
            found.extend(columns)
    except (csv.Error, Uneven):
        return None
    return found


def _oddly(
    cells: Sequence[Sequence[str]], line: int, number: int, reading: _Reading
) -> Sequence[Sequence[Any]] | None:
    """The columns of a block with something odd; None where an amount needs the whole file."""
    rows = (Row(at, each) for at, each in enumerate(cells, line) if any(each))
    records = _plainly(fitting(rows, reading.header, reading.limits), reading, number)
    return None if records is None else PaymentColumns.of(records).columns()


def read_carefully(content: bytes, table: Table, reading: _Reading) -> tuple[PaymentRecord, ...]:
    """The payments row by row, with one decimal mark that all of them prove."""
    payments = _plainly(table.rows, reading)
    if payments is None:
        limits, places = reading.limits, reading.places
        mark = decimal_mark(_amounts(read_table(content, limits), places["amount"]), limits)
        payments = _read(read_table(content, limits).rows, replace(reading, mark=mark))
    return payments


def _amounts(table: Table, place: int) -> Iterator[tuple[int, str]]:
    return ((row.line, row.cells[place].strip()) for row in table.rows)


def _plainly(
    rows: Iterable[Row], reading: _Reading, first: int = 1
) -> tuple[PaymentRecord, ...] | None:
    """The payments, where every amount is written so that no other row has to prove its mark."""
    amount = reading.places["amount"]
    doubts: list[Row] = []

    def plain() -> Iterator[Row]:
        for row in rows:
            if not _PLAIN.fullmatch(row.cells[amount]):
                doubts.append(row)
                return
            yield row

    payments = _read(plain(), reading, first)
    return None if doubts else payments


def _read(rows: Iterable[Row], reading: _Reading, first: int = 1) -> tuple[PaymentRecord, ...]:
    places, layout, kept = reading.places, reading.layout, reading.kept
    # A column that is not there is read from an empty cell put behind the others.
    pick = itemgetter(*(places.get(name, len(reading.header)) for name in _ORDER))
    assumed = layout.currency

    def payment(row: Row, number: int) -> PaymentRecord:
        line, cells = row.line, row.cells
        told = tuple(map(unguarded, map(str.strip, pick([*cells, ""]))))
        ident, day, time, amount, unit, payer, payee, reference, kind = told
        currency = assumed or _currency(unit, line)
        return PaymentRecord(
            {"line": line},
            _identity(ident, line, number, layout),
            _day(day, line),
            _time(time, line),
            _amount(amount, reading, currency, line),
            currency,
            _side(row, "from_account", reading),
            _side(row, "to_account", reading),
            payer,
            payee,
            reference,
            kind,
            extra={name: cells[place] for name, place in kept.items()} if kept else _NOTHING,
        )

    return tuple(map(payment, rows, count(first)))


def _amount(text: str, reading: _Reading, currency: str, line: int) -> int:
    if currency == "EUR" and (cents := _CENTS.fullmatch(text)) and reading.mark is Mark.POINT:
        return int(cents[1] + cents[2])
    return read_amount(text, reading.mark, currency, reading.limits, line)


def _known(check: Callable[..., str]) -> Callable[[str, int], str]:
    """`check`, which depends on nothing but a text, done once for each text that passes."""
    passed: set[str] = set()

    def checked(text: str, line: int) -> str:
        if text in passed:
            return text
        found = check(text, line=line)
        if len(passed) < _MOST_REMEMBERED and found == text:
            passed.add(text)
        return found

    return checked


_day, _time, _currency = _known(iso_day), _known(clock_time), _known(check_currency)


def _side(row: Row, name: str, reading: _Reading) -> str:
    account: str = _account(row.cells[reading.places[name]])
    if not account:
        raise Invalid(
            "Line {line} has nothing in {column}.",
            where={"line": row.line},
            hint="A payment needs both accounts; write 'cash' or 'unknown' if that is the fact.",
            line=row.line,
            column=reading.layout.columns[name],
        )
    prefix = reading.layout.prefixes.get(name)
    if prefix is None:
        return account
    return f"{row.cells[reading.header.index(prefix)].strip()}:{account}"


def _identity(text: str, line: int, number: int, layout: Layout) -> str:
    if "id" not in layout.columns:
        return f"row-{number}"
    if not text:
        raise Invalid(
            "Line {line} has no id.",
            where={"line": line},
            hint="Give every payment its own id; the same file twice is recognised by it.",
            line=line,
        )
    return text


def _check_unique(payments: Sequence[PaymentRecord]) -> None:
    if len(set(PaymentColumns.of(payments).external_id)) == len(payments):
        return
    first: dict[str, PaymentRecord] = {}
    for payment in payments:
        earlier = first.setdefault(payment.external_id, payment)
        if earlier is not payment:
            raise Invalid(
                "The id {id} on line {line} was already used on line {earlier}.",
                where=payment.where,
                hint="Give every payment its own id, or remove the row that is there twice.",
                id=shorten(payment.external_id),
                line=payment.where["line"],
                earlier=earlier.where["line"],
            )


def _layout_warnings(layout: Layout) -> tuple[FileWarning, ...]:
    if layout is STANDARD:
        return ()
    return (
        FileWarning(
            "The file was read in the layout {layout}: amounts are taken to be in {currency}, "
            "ids are row numbers, account numbers carry the name of their bank.",
            {"line": 1},
            {"layout": layout.name, "currency": layout.currency},
        ),
    )
