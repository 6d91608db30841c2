"""Payments of the fictional city as rows, and as the files in which a bank would hand them in."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

from app.demo import numbers
from app.demo.days import Days
from app.demo.texts import told

CASH = "CONTANT"
HEADER = (
    *("id", "date", "time", "amount", "currency", "from_account", "to_account"),
    *("from_name", "to_name", "reference", "kind"),
)
CAMT = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"
MONTH = 7  # characters of "2026-05"
OPENING = 1_864_215  # cents on the account before the first row


@dataclass(frozen=True, slots=True, order=True)
class Row:
    """A payment: days before today, time of day, cents, from and to by account number."""

    ago: int
    clock: str
    payer: int
    payee: int
    cents: int
    words: str
    kind: str = ""


def in_time(rows: Iterable[Row]) -> list[Row]:
    """The rows, oldest first."""
    return sorted(rows, key=lambda row: (-row.ago, row.clock, row.payer, row.payee, row.cents))


def names() -> dict[int, str]:
    """What each account is called."""
    return {one["number"]: one["name"] for one in told("accounts")["accounts"]}


def name_of(number: int) -> str:
    """What account `number` is called; the many have a customer's number."""
    return names().get(number, f"Klant {number}" if number else "Storting contant")


def euros(cents: int) -> str:
    """Cents as a decimal string."""
    return f"{cents // 100}.{cents % 100:02d}"


def _account(number: int) -> str:
    return numbers.account(number) if number else CASH


def as_csv(rows: Iterable[Row], days: Days) -> bytes:
    """The rows as the list of payments that was handed in."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    for place, row in enumerate(in_time(rows), 1):
        writer.writerow(
            (
                *(f"P{place:05d}", days.exact(row.ago).isoformat(), row.clock, euros(row.cents)),
                *("EUR", _account(row.payer), _account(row.payee)),
                *(name_of(row.payer), name_of(row.payee), row.words, row.kind),
            )
        )
    return out.getvalue().encode()


def as_camt(rows: Iterable[Row], owner: int, days: Days) -> bytes:
    """The rows of one account as monthly statements in camt.053."""
    document = Element("Document", {"xmlns": CAMT})
    message = SubElement(document, "BkToCstmrStmt")
    header = SubElement(message, "GrpHdr")
    _text(header, "MsgId", f"HAVERMONDE-{owner}")
    _text(header, "CreDtTm", f"{days.exact(0).isoformat()}T06:00:00")
    balance = OPENING
    for month, found in _by_month(rows, days):
        balance = _statement(message, month, found, (owner, balance, days))
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(document)


def _by_month(rows: Iterable[Row], days: Days) -> Iterator[tuple[str, list[Row]]]:
    months: dict[str, list[Row]] = {}
    for row in in_time(rows):
        months.setdefault(days.exact(row.ago).isoformat()[:MONTH], []).append(row)
    yield from months.items()


def _statement(message: Element, month: str, rows: list[Row], known: tuple[int, int, Days]) -> int:
    """Add one month; the balance at its end."""
    owner, opening, days = known
    statement = SubElement(message, "Stmt")
    _text(statement, "Id", f"{owner}-{month}")
    account = SubElement(statement, "Acct")
    _text(SubElement(account, "Id"), "IBAN", numbers.account(owner))
    _text(account, "Ccy", "EUR")
    _text(SubElement(account, "Ownr"), "Nm", name_of(owner))
    closing = opening + sum(row.cents if row.payee == owner else -row.cents for row in rows)
    _balance(statement, "OPBD", opening, days.exact(rows[0].ago).isoformat())
    _balance(statement, "CLBD", closing, days.exact(rows[-1].ago).isoformat())
    for place, row in enumerate(rows, 1):
        _entry(statement, f"{month}-{place:03d}", row, (owner, days))
    return closing


def _balance(statement: Element, code: str, cents: int, on: str) -> None:
    found = SubElement(statement, "Bal")
    _text(SubElement(SubElement(found, "Tp"), "CdOrPrtry"), "Cd", code)
    _amount(found, abs(cents))
    _text(found, "CdtDbtInd", "DBIT" if cents < 0 else "CRDT")
    _text(SubElement(found, "Dt"), "Dt", on)


def _entry(statement: Element, number: str, row: Row, known: tuple[int, Days]) -> None:
    owner, days = known
    incoming = row.payee == owner
    entry = SubElement(statement, "Ntry")
    _amount(entry, row.cents)
    _text(entry, "CdtDbtInd", "CRDT" if incoming else "DBIT")
    _text(entry, "Sts", "BOOK")
    _text(SubElement(entry, "BookgDt"), "Dt", days.exact(row.ago).isoformat())
    _text(entry, "AcctSvcrRef", f"GS{number}")
    details = SubElement(SubElement(entry, "NtryDtls"), "TxDtls")
    related = SubElement(details, "RltdPties")
    other = row.payer if incoming else row.payee
    role = "Dbtr" if incoming else "Cdtr"
    _text(SubElement(related, role), "Nm", name_of(other))
    if other:
        _text(SubElement(SubElement(related, f"{role}Acct"), "Id"), "IBAN", numbers.account(other))
    _text(SubElement(details, "RmtInf"), "Ustrd", row.words)


def _amount(parent: Element, cents: int) -> None:
    amount = SubElement(parent, "Amt", {"Ccy": "EUR"})
    amount.text = euros(cents)


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text
