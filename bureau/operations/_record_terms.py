"""What is written of a record, checked against the table of records and against its case."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select

from bureau.errors import Invalid
from bureau.model import Case, Entity, Payment, Record, RecordParty
from bureau.operations._checks import one_of, past
from bureau.rules import money
from bureau.rules.handling import USUAL, handling_codes
from bureau.rules.record_values import FieldType
from bureau.rules.records import Asked, RecordRow, check_parties, check_terms, checked_fields
from bureau.work import Work

_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?", re.ASCII)
_HOUR, _MINUTE = 3600, 60


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordTerms:
    """What is written of a record: amount as 1234.50, `time` as 14:30, parties by role.

    `fields` are texts or typed values by the names of the table of records.
    """

    on: date | None = None
    time: str = ""
    until: date | None = None
    amount: str = ""
    currency: str = "EUR"
    parties: Mapping[str, UUID] = field(default_factory=dict)
    fields: Mapping[str, Any] = field(default_factory=dict)
    handling: str = USUAL


def checked(work: Work, case: Case, row: RecordRow, terms: RecordTerms) -> dict[str, Any]:
    """The columns of a record, checked against the table of records."""
    amount = money.parse(terms.amount, terms.currency).minor if terms.amount else None
    moment = seconds(row, terms.time)
    check_terms(row, terms.on, terms.until, moment, amount)
    if terms.on and row.on is Asked.NEEDED and not row.ahead:
        past(work, terms.on, "on")
    fields = checked_fields(row, terms.fields)
    for each in row.fields:
        if each.type is FieldType.PAYMENT and each.name in fields:
            fields[each.name] = _payment(work, case, row, each.name, fields[each.name])
    return {
        "on": terms.on,
        "second_of_day": moment,
        "until": terms.until,
        "amount_minor": amount,
        "currency": terms.currency,
        "fields": fields,
        "handling": one_of(terms.handling, "handling", handling_codes().codes()),
    }


def seconds(row: RecordRow, text: str) -> int | None:
    """Seconds since midnight; None where nothing is said. Raises Invalid for no time of day."""
    if not text.strip():
        return None
    found = _CLOCK.fullmatch(text.strip())
    if not found:
        raise Invalid(
            "{value} is no time of day.",
            where={"kind": row.code, "field": "time"},
            hint="Write it as 14:30 or 14:30:05.",
            value=text[:20],
        )
    return int(found[1]) * _HOUR + int(found[2]) * _MINUTE + int(found[3] or 0)


def take_part(
    work: Work, case: Case, row: RecordRow, record: Record, parties: Mapping[str, UUID]
) -> None:
    """Let these parties take part in a record, and nobody else.

    Raises NotFound for a party of another case, Invalid for a role that the kind does not have,
    one left open, or a party that cannot be in it.
    """
    found = {role: work.within(Entity, each, case) for role, each in parties.items()}
    check_parties(row, [(role, entity.kind) for role, entity in found.items()])
    known = {each.role: each for each in record.parties}
    for role in known.keys() - found.keys():
        record.parties.remove(known[role])
    for role, entity in found.items():
        if role in known:
            known[role].entity = entity
        else:
            record.parties.append(RecordParty(case_id=case.id, role=role, entity=entity))


def _payment(work: Work, case: Case, row: RecordRow, name: str, told: str) -> str:
    """The key of the payment of this case that is meant: by its key or by its own reference."""
    rows = select(Payment.key).where(
        Payment.case_id == case.id, or_(Payment.key == told, Payment.external_id == told)
    )
    found = work.session.scalars(rows.limit(2)).all()
    if len(found) != 1:
        raise Invalid(
            "There is not one payment {value} in this case.",
            where={"kind": row.code, "field": name},
            hint="Copy the reference of the payment from the list under Money.",
            value=told[:60],
        )
    return found[0]
