"""From a booked camt entry to payments: who paid whom, and when an entry may be split."""

from dataclasses import dataclass

from bureau.formats.amounts import decimal_text
from bureau.formats.camt_entry import Detail, Entry, Party
from bureau.formats.values import FileWarning, PaymentRecord

_NOBODY = Party()
_NO_DETAIL = Detail(debtor=_NOBODY, creditor=_NOBODY)
_MEANINGLESS = {"", "NOTPROVIDED", "NONREF"}


@dataclass(frozen=True, slots=True)
class Owner:
    """The account that the statement is of."""

    account: str
    name: str
    currency: str
    statement: str


def payments_of(entry: Entry, owner: Owner) -> tuple[list[PaymentRecord], list[FileWarning]]:
    """The payments behind one booked entry; together they are what the bank booked."""
    if len(entry.details) <= 1:
        detail = entry.details[0] if entry.details else _NO_DETAIL
        return [_payment(entry, owner, detail, entry.amount_minor, 0)], _odd_parties(
            entry, owner, [detail]
        )
    amounts = _split(entry)
    if amounts is None:
        return [_undivided(entry, owner)], [
            _warn(
                entry,
                "The transactions behind the entry at {path} do not add up to it; it was read "
                "as one payment and they are kept with it as source fields.",
            )
        ]
    made = [
        _payment(entry, owner, detail, amount, number)
        for number, (detail, amount) in enumerate(zip(entry.details, amounts, strict=True), 1)
    ]
    return made, _odd_parties(entry, owner, list(entry.details))


def _split(entry: Entry) -> list[int] | None:
    amounts = []
    for detail in entry.details:
        same_way = detail.sign in {0, entry.sign}
        if detail.amount_minor is None or detail.currency != entry.currency or not same_way:
            return None
        amounts.append(detail.amount_minor)
    return amounts if sum(amounts) == entry.amount_minor else None


def _other_side(entry: Entry, detail: Detail) -> tuple[Party, Party]:
    """The counterparty and our own side; a reversal keeps the roles of the payment it undoes."""
    incoming = (entry.sign > 0) != entry.reversal
    return (detail.debtor, detail.creditor) if incoming else (detail.creditor, detail.debtor)


def _payment(entry: Entry, owner: Owner, detail: Detail, amount: int, number: int) -> PaymentRecord:
    other, own = _other_side(entry, detail)
    mine = Party(owner.name or _own_name(own, owner), owner.account)
    giver, taker = (other, mine) if entry.sign > 0 else (mine, other)
    extra = {**entry.extra, **detail.extra}
    if detail.amount_minor is not None and (detail.amount_minor, detail.currency) != (
        amount,
        entry.currency,
    ):
        extra["transaction_amount"] = _money(detail.amount_minor, detail.currency)
    if own.account and own.account != owner.account:
        extra["own_side_account"] = own.account
        extra["own_side_name"] = own.name
    return PaymentRecord(
        where={"path": f"{entry.path}/TxDtls[{number}]" if number else entry.path},
        external_id=_identity(entry, owner, detail, amount, number),
        on=entry.on,
        time=entry.time,
        amount_minor=amount,
        currency=entry.currency,
        from_account=giver.account,
        to_account=taker.account,
        from_name=giver.name,
        to_name=taker.name,
        reference=detail.reference or entry.reference,
        kind=detail.kind or entry.kind,
        reversal=entry.reversal,
        extra=extra,
    )


def _undivided(entry: Entry, owner: Owner) -> PaymentRecord:
    sides = {_other_side(entry, detail)[0] for detail in entry.details}
    other = sides.pop() if len(sides) == 1 else _NOBODY
    mine = Party(owner.name, owner.account)
    giver, taker = (other, mine) if entry.sign > 0 else (mine, other)
    extra = dict(entry.extra)
    for number, detail in enumerate(entry.details, 1):
        party = _other_side(entry, detail)[0]
        stated = "" if detail.amount_minor is None else _money(detail.amount_minor, detail.currency)
        told = (stated, party.name, party.account, detail.reference)
        extra[f"transaction_{number}"] = " | ".join(text for text in told if text)
    return PaymentRecord(
        where={"path": entry.path},
        external_id=_identity(entry, owner, _NO_DETAIL, entry.amount_minor, 0),
        on=entry.on,
        time=entry.time,
        amount_minor=entry.amount_minor,
        currency=entry.currency,
        from_account=giver.account,
        to_account=taker.account,
        from_name=giver.name,
        to_name=taker.name,
        reference=entry.reference,
        kind=entry.kind,
        reversal=entry.reversal,
        extra=extra,
    )


def _own_name(own: Party, owner: Owner) -> str:
    return own.name if own.account in {"", owner.account} else ""


def _identity(entry: Entry, owner: Owner, detail: Detail, amount: int, number: int) -> str:
    # A bank's reference alone may return next year: day and amount make it one payment's own.
    money = decimal_text(entry.sign * amount, entry.currency)
    reference = detail.bank_reference or entry.bank_reference
    if reference in _MEANINGLESS:
        reference = f"{owner.statement}/{entry.path.rpartition('/')[2]}"
    parts = (owner.account, entry.on, f"{money} {entry.currency}", reference)
    return "|".join((*parts, str(number)) if number else parts)


def _odd_parties(entry: Entry, owner: Owner, details: list[Detail]) -> list[FileWarning]:
    for detail in details:
        own = _other_side(entry, detail)[1]
        if own.account and own.account != owner.account:
            return [
                _warn(
                    entry,
                    "The entry at {path} names account {account} where that of the statement was "
                    "expected; the direction follows the entry.",
                    account=own.account,
                )
            ]
    return []


def _money(amount: int, currency: str) -> str:
    return f"{decimal_text(amount, currency)} {currency}"


def _warn(entry: Entry, template: str, **params: str) -> FileWarning:
    return FileWarning(template, {"path": entry.path}, {"path": entry.path, **params})
