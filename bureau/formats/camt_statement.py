"""One camt statement: its account, its balances and the check that they agree."""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from bureau.errors import Invalid
from bureau.formats.accounts import account_text
from bureau.formats.amounts import check_currency, minor
from bureau.formats.balance import Balance, Verdict, check_balance
from bureau.formats.camt_entry import Entry, read_entry, sign
from bureau.formats.camt_payments import Owner, payments_of
from bureau.formats.days import iso_moment
from bureau.formats.guard import Limits
from bureau.formats.values import FileWarning, PaymentRecord, StatementRecord

_OPENING, _CLOSING = ("OPBD", "PRCD"), ("CLBD",)
_BALANCED_MESSAGE = "053"


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement as read: its record, its payments and what was noticed."""

    record: StatementRecord
    payments: tuple[PaymentRecord, ...]
    warnings: tuple[FileWarning, ...]


def read_statement(element: Element, path: str, message: str, limits: Limits) -> Statement:
    """One statement; raises Invalid where its balances contradict its entries."""
    owner = _owner(element, path)
    entries = [
        read_entry(found, f"{path}/Ntry[{number}]", limits)
        for number, found in enumerate(element.findall("Ntry"), 1)
    ]
    booked = [entry for entry in entries if entry.booked]
    balances = _balances(element, path, limits)
    opening = next((balances[code] for code in _OPENING if code in balances), None)
    closing = next((balances[code] for code in _CLOSING if code in balances), None)
    verdict = _verdict(message, opening, booked, closing, path)
    warnings = [_unbooked(entry) for entry in entries if not entry.booked]
    payments: list[PaymentRecord] = []
    for entry in booked:
        made, noticed = payments_of(entry, owner)
        payments += made
        warnings += noticed
    record = _record(owner, opening, booked, closing, verdict)
    return Statement(record, tuple(payments), (*verdict.warnings, *warnings))


def _owner(element: Element, path: str) -> Owner:
    number = element.findtext("Acct/Id/IBAN") or element.findtext("Acct/Id/Othr/Id") or ""
    account = account_text(number)
    if not account:
        raise Invalid(
            "The statement at {path} names no account.",
            where={"path": f"{path}/Acct/Id"},
            hint="Ask the bank for the statement again; without an account it proves nothing.",
            path=path,
        )
    name = " ".join((element.findtext("Acct/Ownr/Nm") or "").split())
    return Owner(
        account=account,
        name=name,
        currency=(element.findtext("Acct/Ccy") or "").strip(),
        statement=(element.findtext("Id") or "").strip(),
    )


def _balances(element: Element, path: str, limits: Limits) -> Mapping[str, Balance]:
    found: dict[str, Balance] = {}
    for number, balance in enumerate(element.findall("Bal"), 1):
        code = (balance.findtext("Tp/CdOrPrtry/Cd") or "").strip()
        if code not in found:
            found[code] = _balance(balance, f"{path}/Bal[{number}]", limits)
    return found


def _balance(element: Element, path: str, limits: Limits) -> Balance:
    amount = element.find("Amt")
    currency = check_currency("" if amount is None else amount.get("Ccy", ""), path=path)
    value = minor(element.findtext("Amt", "").strip(), currency, limits, path=path)
    moment = element.findtext("Dt/Dt") or element.findtext("Dt/DtTm") or ""
    on, _ = iso_moment(moment.strip(), path=f"{path}/Dt")
    return Balance(value * sign(element, path), currency, on)


def _verdict(
    message: str,
    opening: Balance | None,
    booked: list[Entry],
    closing: Balance | None,
    path: str,
) -> Verdict:
    # Reports and notices give no closing balance by design: that is nothing to warn of.
    if message != _BALANCED_MESSAGE and (opening is None or closing is None):
        return Verdict(balanced=None)
    sums: dict[str, int] = {}
    for entry in booked:
        sums[entry.currency] = sums.get(entry.currency, 0) + entry.signed_minor
    return check_balance(opening, sums, closing, {"path": path})


def _record(
    owner: Owner,
    opening: Balance | None,
    booked: list[Entry],
    closing: Balance | None,
    verdict: Verdict,
) -> StatementRecord:
    told = [owner.currency, opening.currency if opening else "", *(e.currency for e in booked)]
    currency = next((code for code in told if code), closing.currency if closing else "EUR")
    first = opening if opening and opening.currency == currency else None
    last = closing if closing and closing.currency == currency else None
    return StatementRecord(
        account=owner.account,
        number=owner.statement,
        currency=currency,
        opening_minor=first.amount_minor if first else None,
        opening_on=first.on if first else "",
        closing_minor=last.amount_minor if last else None,
        closing_on=last.on if last else "",
        entries=len(booked),
        entries_minor=sum(e.signed_minor for e in booked if e.currency == currency),
        balanced=verdict.balanced,
    )


def _unbooked(entry: Entry) -> FileWarning:
    return FileWarning(
        "The entry at {path} is not booked ({status}); it was left out.",
        {"path": entry.path},
        {"path": entry.path, "status": entry.status},
    )
