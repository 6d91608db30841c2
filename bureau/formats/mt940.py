"""Bank statements in SWIFT MT940, in the dialects that Dutch and neighbouring banks write."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bureau.errors import N_, Invalid
from bureau.formats.accounts import account_text, distinct, odd_payments
from bureau.formats.amounts import decimal_text
from bureau.formats.balance import Balance, check_balance
from bureau.formats.guard import PAYMENTS, Limits, decode_lenient
from bureau.formats.mt940_details import Details, read_details
from bureau.formats.mt940_entry import Booking, read_balance, read_booking
from bureau.formats.mt940_fields import Message, Tagged, messages
from bureau.formats.values import FileWarning, PaymentFile, PaymentRecord, StatementRecord

FORMAT = "mt940"
_AGAIN = N_("Ask the bank for the MT940 file again and hand it in unchanged.")
_NO_DETAILS = Details("none")


@dataclass(frozen=True, slots=True)
class _Statement:
    record: StatementRecord
    payments: tuple[PaymentRecord, ...]
    warnings: tuple[FileWarning, ...]


def read_mt940(content: bytes, limits: Limits = PAYMENTS) -> PaymentFile:
    """The payments and statements of one MT940 file; each statement must balance."""
    decoded = decode_lenient(content, limits)
    read = [_statement(message, limits) for message in messages(decoded.text, limits)]
    if not read:
        raise Invalid("The file holds no :20: field.", where={"line": 1}, hint=_AGAIN)
    payments = distinct(payment for statement in read for payment in statement.payments)
    warnings = [warning for statement in read for warning in statement.warnings]
    if decoded.encoding != "utf-8":
        warnings.insert(0, _recoded(decoded.encoding))
    return PaymentFile(
        FORMAT,
        tuple(payments),
        tuple(statement.record for statement in read),
        (*warnings, *odd_payments(payments)),
    )


def _statement(message: Message, limits: Limits) -> _Statement:
    opening = read_balance(_field(message, "60F", "60M"), limits)
    last = _optional(message, "62F", "62M")
    closing = read_balance(last, limits) if last else None
    found = list(_bookings(message, opening.currency, limits))
    total = sum(booking.sign * booking.amount_minor for booking, _ in found)
    where = {"line": last.line if last else message.line}
    verdict = check_balance(opening, {opening.currency: total}, closing, where)
    unproven = _record(message, opening, closing, (len(found), total))
    record = replace(unproven, balanced=verdict.balanced)
    payments = tuple(_payment(booking, details, record) for booking, details in found)
    return _Statement(record, payments, verdict.warnings)


def _bookings(message: Message, currency: str, limits: Limits) -> Iterator[tuple[Booking, Details]]:
    # A :86: belongs to the :61: just before it; after :62: it speaks of the statement.
    following = (*message.fields[1:], Tagged("", 0, ("",)))
    for field, after in zip(message.fields, following, strict=True):
        if field.tag == "61":
            details = read_details(after.lines) if after.tag == "86" else _NO_DETAILS
            yield read_booking(field, currency, limits), details


def _record(
    message: Message, opening: Balance, closing: Balance | None, entries: tuple[int, int]
) -> StatementRecord:
    number = _optional(message, "28C", "28")
    same = closing if closing and closing.currency == opening.currency else None
    return StatementRecord(
        account=account_text(_field(message, "25").text),
        number=number.text if number else "",
        currency=opening.currency,
        opening_minor=opening.amount_minor,
        opening_on=opening.on,
        closing_minor=same.amount_minor if same else None,
        closing_on=same.on if same else "",
        entries=entries[0],
        entries_minor=entries[1],
        balanced=None,
    )


def _payment(booking: Booking, details: Details, statement: StatementRecord) -> PaymentRecord:
    other = details.account or booking.account
    incoming = booking.sign > 0
    extra = {"value_date": booking.value_on, "details_dialect": details.dialect}
    if booking.supplement and booking.supplement != booking.account:
        extra["supplement"] = booking.supplement
    extra |= {f"details_{code}": value for code, value in details.codes.items()}
    if booking.reference:
        extra["customer_reference"] = booking.reference
    return PaymentRecord(
        where={"line": booking.line},
        external_id=_identity(booking, statement),
        on=booking.on,
        time="",
        amount_minor=booking.amount_minor,
        currency=statement.currency,
        from_account=other if incoming else statement.account,
        to_account=statement.account if incoming else other,
        from_name=details.name if incoming else "",
        to_name="" if incoming else details.name,
        reference=details.reference or booking.reference,
        kind=booking.kind,
        reversal=booking.reversal,
        extra=extra,
    )


def _identity(booking: Booking, statement: StatementRecord) -> str:
    money = decimal_text(booking.sign * booking.amount_minor, statement.currency)
    # Without a bank's reference only the statement tells two equal payments of a day apart.
    own = booking.bank_reference or f"{statement.number}/{statement.opening_on}"
    return "|".join((statement.account, booking.on, f"{money} {statement.currency}", own))


def _field(message: Message, *tags: str) -> Tagged:
    found = _optional(message, *tags)
    if found is None or not found.text:
        raise Invalid(
            "The statement that begins on line {line} has no field :{tag}:.",
            where={"line": message.line},
            hint=_AGAIN,
            line=message.line,
            tag=tags[0],
        )
    return found


def _optional(message: Message, *tags: str) -> Tagged | None:
    return next((field for field in message.fields if field.tag in tags), None)


def _recoded(encoding: str) -> FileWarning:
    return FileWarning(
        "The file is not UTF-8; it was read as {encoding}. Check names with accents.",
        {"line": 1},
        {"encoding": encoding},
    )
