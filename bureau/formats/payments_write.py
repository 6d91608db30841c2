"""Payments as delimited text that a spreadsheet cannot run, and that can be taken in again."""

import csv
from collections.abc import Iterable
from io import StringIO

from bureau.errors import OutOfOrder
from bureau.formats.accounts import distinct
from bureau.formats.amounts import decimal_text
from bureau.formats.formulas import guarded
from bureau.formats.guard import Limits
from bureau.formats.payments_csv import read_payments_csv
from bureau.formats.values import PaymentRecord

HEADER = (
    "id",
    "date",
    "time",
    "amount",
    "currency",
    "from_account",
    "from_name",
    "to_account",
    "to_name",
    "reference",
    "kind",
)
_OWN = Limits(size=1 << 31, rows=50_000_000, cell=1_000_000)


def write_payments_csv(payments: Iterable[PaymentRecord]) -> bytes:
    """The payments in a fixed order; raises OutOfOrder where they do not read back the same."""
    told = ordered(payments)
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerows(_row(payment) for payment in told)
    content = out.getvalue().encode()
    if told and [_bare(each) for each in read_payments_csv(content, _OWN).payments] != told:
        raise OutOfOrder(
            "The payments do not read back as they were written.",
            where={"format": "payments-csv"},
            hint="Nothing was handed out; report this with the case reference.",
        )
    return content


def ordered(payments: Iterable[PaymentRecord]) -> list[PaymentRecord]:
    """The payments by day, each with an id of its own and its texts on one line."""
    plain = [_bare(payment) for payment in payments]
    plain.sort(key=_order)
    named = (
        payment._replace(external_id=payment.external_id or f"row-{number}")
        for number, payment in enumerate(plain, 1)
    )
    return distinct(named)


def _order(payment: PaymentRecord) -> tuple[str | int, ...]:
    return (
        payment.on,
        payment.time,
        payment.amount_minor,
        payment.currency,
        payment.from_account,
        payment.to_account,
        payment.reference,
        payment.kind,
        payment.external_id,
    )


def _bare(payment: PaymentRecord) -> PaymentRecord:
    return payment._replace(
        where={},
        external_id=_line(payment.external_id),
        from_account=_line(payment.from_account),
        to_account=_line(payment.to_account),
        from_name=_line(payment.from_name),
        to_name=_line(payment.to_name),
        reference=_line(payment.reference),
        kind=_line(payment.kind),
        extra={},
    )


def _line(text: str) -> str:
    return " ".join(text.replace("\x00", "").split())


def _row(payment: PaymentRecord) -> tuple[str, ...]:
    return (
        guarded(payment.external_id),
        payment.on,
        payment.time,
        decimal_text(payment.amount_minor, payment.currency),
        payment.currency,
        *(
            guarded(text)
            for text in (
                payment.from_account,
                payment.from_name,
                payment.to_account,
                payment.to_name,
                payment.reference,
                payment.kind,
            )
        ),
    )
