"""Payments from delimited text: columns by name, amounts exact, anything doubtful refused."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bureau.errors import Invalid
from bureau.formats.accounts import account_text, odd_payments
from bureau.formats.amounts import check_currency
from bureau.formats.csv_amounts import Mark, decimal_mark, read_amount
from bureau.formats.csv_layouts import STANDARD, Layout, layout_of
from bureau.formats.days import clock_time, iso_day
from bureau.formats.guard import PAYMENTS, Limits, shorten
from bureau.formats.table import Row, read_table
from bureau.formats.values import FileWarning, PaymentFile, PaymentRecord

FORMAT = "payments-csv"
_account = lru_cache(maxsize=1 << 14)(account_text)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What is the same for every row of one file."""

    header: Sequence[str]
    layout: Layout
    places: Mapping[str, int]
    kept: Mapping[str, int]
    mark: Mark
    limits: Limits


def read_payments_csv(content: bytes, limits: Limits = PAYMENTS) -> PaymentFile:
    """The payments of one file in a layout that is known here; all of it or nothing."""
    table = read_table(content, limits)
    layout = layout_of(table.header)
    at = {name: number for number, name in enumerate(table.header)}
    places = {name: at[column] for name, column in layout.columns.items() if column in at}
    rows = list(table.rows)
    if not rows:
        raise Invalid(
            "The file has a header but no payments.",
            where={"line": 1},
            hint="Check the period and the filter of the export.",
        )
    amounts = ((row.line, row.cells[places["amount"]].strip()) for row in rows)
    kept = {name: number for name, number in at.items() if name not in layout.used}
    reading = _Reading(table.header, layout, places, kept, decimal_mark(amounts, limits), limits)
    payments = tuple(_payment(row, number, reading) for number, row in enumerate(rows, 1))
    _check_unique(payments)
    return PaymentFile(FORMAT, payments, (), (*_layout_warnings(layout), *odd_payments(payments)))


def _payment(row: Row, number: int, reading: _Reading) -> PaymentRecord:
    def cell(name: str) -> str:
        place = reading.places.get(name)
        return "" if place is None else row.cells[place].strip()

    currency = reading.layout.currency or check_currency(cell("currency"), line=row.line)
    return PaymentRecord(
        where={"line": row.line},
        external_id=_identity(cell("id"), row.line, number, reading.layout),
        on=iso_day(cell("date"), line=row.line),
        time=clock_time(cell("time"), line=row.line),
        amount_minor=read_amount(cell("amount"), reading.mark, currency, reading.limits, row.line),
        currency=currency,
        from_account=_side(row, "from_account", reading),
        to_account=_side(row, "to_account", reading),
        from_name=cell("from_name"),
        to_name=cell("to_name"),
        reference=cell("reference"),
        kind=cell("kind"),
        extra={name: row.cells[place] for name, place in reading.kept.items()},
    )


def _side(row: Row, name: str, reading: _Reading) -> str:
    account = _account(row.cells[reading.places[name]])
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
