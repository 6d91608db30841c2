"""Storing what a file of payments says: accounts, statements and payments, each once."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from bureau.formats.values import PaymentFile, PaymentRecord, StatementRecord
from bureau.model import Account, Payment, Statement
from bureau.model.base import new_id
from bureau.model.entity import LABEL_LENGTH, folded
from bureau.operations._import_batch import CHUNK, Batch, fit, hashed, place
from bureau.operations._payment_pages import second_of_day

NUMBER_LENGTH = 60
NAME_LENGTH = 200
KIND_LENGTH = 40
ID_LENGTH = 120


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a payment: the key of its account and how that is called."""

    key: str
    number: str
    name: str
    label: str


def store_payments(batch: Batch, file: PaymentFile) -> None:
    """Add the payments and statements of `file` that the case does not hold yet."""
    keyed = {_payment_key(file.format, record): record for record in file.payments}
    known = batch.known(Payment.key, Payment.id, keyed)
    new = {key: record for key, record in keyed.items() if key not in known}
    batch.stored += len(new)
    batch.duplicates += len(file.payments) - len(new)
    _warn_of_changes(batch, file, new)
    sides = {key: (_side(r, paying=True), _side(r, paying=False)) for key, r in new.items()}
    owners = {_statement_key(told): _owner(told) for told in file.statements if told.account}
    everybody = [party for pair in sides.values() for party in pair] + list(owners.values())
    accounts = _accounts(batch, {party.key: party for party in everybody})
    made = [
        _payment(batch, key, record, (accounts[sides[key][0].key], accounts[sides[key][1].key]))
        for key, record in new.items()
    ]
    _warn_of_mirrors(batch, made)
    batch.rows.extend(made)
    _statements(batch, file, {key: accounts[party.key] for key, party in owners.items()})


def _payment_key(format_name: str, record: PaymentRecord) -> str:
    if format_name != "payments-csv":
        # The reader of a bank's format gives an identity that holds across statements.
        return hashed("bank", record.external_id)
    # A bare id may return in another list: only with equal content is it the same payment.
    return hashed(
        "list",
        record.external_id,
        record.on,
        record.time,
        record.amount_minor,
        record.currency,
        record.from_account,
        record.to_account,
    )


def _warn_of_changes(batch: Batch, file: PaymentFile, new: Mapping[str, PaymentRecord]) -> None:
    if file.format != "payments-csv":
        return
    ids = {record.external_id: record for record in new.values()}
    known = batch.known(Payment.external_id, Payment.id, ids)
    if not known:
        return
    first = next(record for name, record in ids.items() if name in known)
    batch.warn(
        "{count} payments carry an id that the case knows with other content, such as {first}; "
        "they were stored beside it.",
        first.where,
        count=len(known),
        first=first.external_id,
    )


def _warn_of_mirrors(batch: Batch, made: Sequence[Payment]) -> None:
    """Say so when money may be counted twice: once on the statement of either side."""
    known: set[tuple[object, ...]] = set()
    payers = list({payment.from_id for payment in made})
    for start in range(0, len(payers), CHUNK):
        rows = select(
            Payment.from_id,
            Payment.to_id,
            Payment.paid_on,
            Payment.amount_minor,
            Payment.currency,
        ).where(
            Payment.case_id == batch.case.id, Payment.from_id.in_(payers[start : start + CHUNK])
        )
        known.update(tuple(row) for row in batch.work.session.execute(rows))
    twice = [
        p for p in made if (p.from_id, p.to_id, p.paid_on, p.amount_minor, p.currency) in known
    ]
    if twice:
        batch.warn(
            "{count} payments have the accounts, day and amount of payments that the case knows "
            "from another file; check whether money is counted twice.",
            {"place": twice[0].place_in_source},
            count=len(twice),
        )


def _side(record: PaymentRecord, *, paying: bool) -> Party:
    number, name, own = record.from_account, record.from_name, record.to_account
    if not paying:
        number, name, own = record.to_account, record.to_name, record.from_account
    fit(number, NUMBER_LENGTH, "account number", record.where)
    fit(name, NAME_LENGTH, "name of an account holder", record.where)
    if number:
        return Party(account_key(number), number, name, number)
    if name:
        # The same name on another statement may be somebody else: never more than one statement.
        label = f"unknown account of {name} (on statements of {own or '-'})"
        return Party(hashed("unknown", own, folded(name)), "", name, label)
    # Two keys, so that money in and money out never look like one counterparty.
    way = "payer" if paying else "payee"
    label = f"unknown {way} (on statements of {own or '-'})"
    return Party(hashed("unknown", own, way, ""), "", "", label)


def account_key(number: str) -> str:
    """What finds an account again by its number."""
    return f"account:{number}"


def _owner(told: StatementRecord) -> Party:
    fit(told.account, NUMBER_LENGTH, "account number", {"statement": told.number})
    return Party(account_key(told.account), told.account, "", told.account)


def _accounts(batch: Batch, parties: Mapping[str, Party]) -> dict[str, UUID]:
    found: dict[str, UUID] = batch.known(Account.key, Account.id, parties)
    for key, party in parties.items():
        if key not in found:
            found[key] = new_id()
            account = Account(
                id=found[key],
                key=key,
                number=party.number,
                holder_name=party.name,
                bank="",
                note="",
                label=party.label[:LABEL_LENGTH],
                **batch.facts(""),
            )
            batch.add(account)
    return found


def _payment(batch: Batch, key: str, record: PaymentRecord, ends: tuple[UUID, UUID]) -> Payment:
    extra = {**record.extra, **({"reversal": "yes"} if record.reversal else {})}
    return Payment(
        id=new_id(),
        case_id=batch.case.id,
        key=key,
        from_id=ends[0],
        to_id=ends[1],
        paid_on=date.fromisoformat(record.on),
        second_of_day=second_of_day(record.time),
        amount_minor=record.amount_minor,
        currency=record.currency,
        reference=record.reference,
        kind=fit(record.kind, KIND_LENGTH, "kind of payment", record.where),
        external_id=fit(record.external_id, ID_LENGTH, "id of a payment", record.where),
        place_in_source=place(record.where),
        extra=json.dumps(extra, ensure_ascii=False, sort_keys=True) if extra else "",
        learnt_from_id=batch.source.id,
    )


def _statement_key(told: StatementRecord) -> str:
    return hashed(
        "statement",
        told.account,
        told.number,
        told.currency,
        told.opening_on,
        told.closing_on,
        told.opening_minor,
        told.closing_minor,
    )


def _statements(batch: Batch, file: PaymentFile, accounts: Mapping[str, UUID]) -> None:
    known = batch.known(Statement.key, Statement.id, accounts)
    told = {_statement_key(record): record for record in file.statements if record.account}
    for key, record in told.items():
        if key in known:
            continue
        batch.add(
            Statement(
                id=new_id(),
                case_id=batch.case.id,
                account_id=accounts[key],
                learnt_from_id=batch.source.id,
                key=key,
                number=fit(record.number, NUMBER_LENGTH, "statement number", {}),
                currency=record.currency,
                opening_minor=record.opening_minor,
                closing_minor=record.closing_minor,
                opens_on=_day(record.opening_on),
                closes_on=_day(record.closing_on),
            )
        )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
