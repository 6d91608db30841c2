"""Storing what a file of payments says: accounts, statements and payments, each once."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import repeat
from typing import Any
from uuid import UUID

from sqlalchemy import select

from bureau.formats.once import Once
from bureau.formats.payment_columns import PaymentColumns
from bureau.formats.values import PaymentFile, StatementRecord
from bureau.model import Payment, Statement
from bureau.model.base import new_id, new_ids
from bureau.operations._bulk import Lot
from bureau.operations._import_accounts import NUMBER_LENGTH, accounts, owner, sides_of
from bureau.operations._import_batch import (
    CHUNK,
    MANY,
    Batch,
    fit,
    hashed,
    hashed_all,
    place,
)
from bureau.operations._payment_pages import second_of_day

KIND_LENGTH = 40
ID_LENGTH = 120
_COLUMNS = (
    *("key", "from_id", "to_id", "paid_on", "amount_minor", "currency", "second_of_day"),
    *("reference", "kind", "external_id", "place_in_source", "extra"),
    *("case_id", "learnt_from_id", "version"),
)
_FROM, _SAME = 2, 7  # the columns of a row that tell whether money is counted twice
_PLACE = _COLUMNS.index("place_in_source") + 1

Row = tuple[Any, ...]


def store_payments(batch: Batch, file: PaymentFile) -> None:
    """Add the payments and statements of `file` that the case does not hold yet."""
    told = PaymentColumns.of(file.payments)
    keys = payment_keys(file.format, told)
    before = _holds_payments(batch)
    places = dict(zip(keys, range(len(keys)), strict=True))
    known = batch.known(Payment.key, Payment.id, places) if before else {}
    batch.stored += len(places) - len(known)
    batch.duplicates += len(keys) - len(places) + len(known)
    if known or len(places) < len(keys):
        places = {key: at for key, at in places.items() if key not in known}
        keys, told = list(places), told.only(list(places.values()))
    if before:
        _warn_of_changes(batch, file, told)
    sides = sides_of(told)
    owners = {_statement_key(each): owner(each) for each in file.statements if each.account}
    ids = accounts(batch, [*sides.parties, *owners.values()])
    made = _rows(batch, keys, told, sides.ids(ids))
    if before:
        _warn_of_mirrors(batch, made)
    batch.lots.append(Lot(Payment, ("id", *_COLUMNS), made))
    _statements(batch, file, {key: UUID(ids[party.key]) for key, party in owners.items()})


def _holds_payments(batch: Batch) -> bool:
    held = select(Payment.id).where(Payment.case_id == batch.case.id).limit(1)
    return batch.work.session.scalar(held) is not None


def payment_keys(format_name: str, told: PaymentColumns) -> list[str]:
    """By what each payment is found again when a file, or another one, tells of it too."""
    if format_name != "payments-csv":
        # The reader of a bank's format gives an identity that holds across statements.
        return [hashed("bank", each) for each in told.external_id]
    # A bare id may return in another list: only with equal content is it the same payment.
    said = zip(
        told.external_id,
        told.on,
        told.time,
        map(str, told.amount_minor),
        told.currency,
        told.from_account,
        told.to_account,
        strict=True,
    )
    return hashed_all("list", said)


def _warn_of_changes(batch: Batch, file: PaymentFile, new: PaymentColumns) -> None:
    if file.format != "payments-csv":
        return
    ids = dict(zip(new.external_id, range(len(new)), strict=True))
    known = batch.known(Payment.external_id, Payment.id, ids)
    if not known:
        return
    first = new[next(at for name, at in ids.items() if name in known)]
    batch.warn(
        "{count} payments carry an id that the case knows with other content, such as {first}; "
        "they were stored beside it.",
        first.where,
        count=len(known),
        first=first.external_id,
    )


def _warn_of_mirrors(batch: Batch, made: Sequence[Row]) -> None:
    """Say so when money may be counted twice: once on the statement of either side."""
    known = _told_before(batch, {row[_FROM] for row in made})
    twice = [row for row in made if row[_FROM:_SAME] in known] if known else []
    if twice:
        batch.warn(
            "{count} payments have the accounts, day and amount of payments that the case knows "
            "from another file; check whether money is counted twice.",
            {"place": twice[0][_PLACE]},
            count=len(twice),
        )


def _told_before(batch: Batch, payers: set[str]) -> set[Row]:
    columns = (Payment.from_id, Payment.to_id, Payment.paid_on)
    query = select(*columns, Payment.amount_minor, Payment.currency).where(
        Payment.case_id == batch.case.id
    )
    ids = [UUID(text) for text in payers]
    if len(ids) > MANY:
        chunks = [query]
    else:
        parts = (ids[at : at + CHUNK] for at in range(0, len(ids), CHUNK))
        chunks = [query.where(Payment.from_id.in_(part)) for part in parts]
    rows = (row for each in chunks for row in batch.work.session.execute(each))
    return {(payer.hex, payee.hex, day.isoformat(), *rest) for payer, payee, day, *rest in rows}


def _rows(
    batch: Batch, keys: list[str], told: PaymentColumns, ends: tuple[Iterable[str], Iterable[str]]
) -> list[Row]:
    """The rows of payments in the order of their index, which is then written fastest."""
    _fitting(told)
    order = sorted(range(len(keys)), key=keys.__getitem__)
    ids = [""] * len(order)
    for at, row_id in zip(order, new_ids(len(order)), strict=True):
        ids[at] = row_id
    seconds = Once(second_of_day)
    same = (batch.case.id.hex, batch.source.id.hex, 1)
    rows = list(
        zip(
            ids,
            keys,
            *ends,
            told.on,
            told.amount_minor,
            told.currency,
            map(seconds.__getitem__, told.time),
            told.reference,
            told.kind,
            told.external_id,
            _places(told),
            _extras(told),
            *(repeat(each, len(keys)) for each in same),
            strict=True,
        )
    )
    return list(map(rows.__getitem__, order))


def _fitting(told: PaymentColumns) -> None:
    lengths = (told.kind, KIND_LENGTH), (told.external_id, ID_LENGTH)
    if all(max(map(len, texts), default=0) <= limit for texts, limit in lengths):
        return
    for record in told:
        fit(record.kind, KIND_LENGTH, "kind of payment", record.where)
        fit(record.external_id, ID_LENGTH, "id of a payment", record.where)


def _places(told: PaymentColumns) -> list[str]:
    return [f"line {where}" if isinstance(where, int) else place(where) for where in told.where]


def _extras(told: PaymentColumns) -> Iterable[str]:
    if not any(told.extra) and not any(told.reversal):
        return repeat("", len(told))
    return map(_extra, told.extra, told.reversal)


def _extra(extra: Mapping[str, str], reversal: bool) -> str:
    kept = {**extra, "reversal": "yes"} if reversal else dict(extra)
    return json.dumps(kept, ensure_ascii=False, sort_keys=True) if kept else ""


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
