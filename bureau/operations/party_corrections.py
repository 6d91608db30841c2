"""What is put right about a party, field by field, and followed to every place that used it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from bureau.errors import Invalid
from bureau.model import Account, Address, Correction, Entity, Identifier, Person
from bureau.operations import (
    _correcting,
    _correction_places,
    _notices,
    _party_keys,
    _rows,
    _sharing_following,
    _sought,
    parties,
)
from bureau.operations._checks import said
from bureau.operations._party_fields import FIELDS, SCHEMES, checked
from bureau.operations._sought import OneOf, Sought
from bureau.policy import Permission
from bureau.rules import identifiers as numbers
from bureau.rules.dates import PartialDate
from bureau.rules.events import EventKind
from bureau.rules.money import Money
from bureau.rules.things import THINGS
from bureau.work import Work

NAMES = ("given_names", "prefix", "family_name")
HOUSE = ("number", "addition")
AMOUNTS = ("valuation_minor",)


def correct_party(
    work: Work,
    case_id: UUID,
    entity_id: UUID,
    version: int,
    changes: Mapping[str, Any],
    reason: str,
) -> tuple[Correction, ...]:
    """Put any field of a party right, with a correction for each that travels to its uses.

    Raises Changed when somebody else wrote it meanwhile, Invalid when nothing changes.
    """
    case = work.case(case_id, Permission.FACT_RECORD)
    entity = work.within(Entity, entity_id, case)
    why = said(reason, "reason")
    wrong = _wrong(entity, checked(type(entity), changes))
    sought = {row.field: _looked_for(entity, row.field) for row in wrong}
    given = {row.field: changes[row.field] for row in wrong}
    parties.change_party(work, case.id, entity_id, version, given)
    for row in wrong:
        row.reason = why
        _correcting.keep(work, case, row, sought[row.field], entity.id)
    return tuple(wrong)


def is_used(work: Work, case_id: UUID, entity_id: UUID) -> bool:
    """Whether a party stands in the reasoning, in what left the house or was shared.

    A change of it is then a correction, with a reason, that travels.
    """
    case = work.case(case_id, Permission.FACT_RECORD)
    entity = work.within(Entity, entity_id, case)
    sought = OneOf(tuple(_looked_for(entity, field) for field in FIELDS[type(entity)]))
    rows = _rows.rows(work.session, case, _correction_places.SEARCHED)
    work.record(EventKind.PARTY_READ, entity, party=entity.kind)
    found = any(True for _ in _correction_places.places(work, rows, sought, entity.id))
    return found or _sharing_following.was_shared(work, case, entity.id)


def _wrong(entity: Entity, new: Mapping[str, Any]) -> list[Correction]:
    """A correction for each field that says something else; raises Invalid where none does."""
    rows = [
        Correction(
            subject="party",
            subject_id=entity.id,
            field=field,
            before=_written(field, getattr(entity, field)),
            after=_written(field, value),
        )
        for field, value in new.items()
    ]
    found = [row for row in rows if row.before != row.after]
    if not found:
        raise _nothing()
    return found


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a register as it is shown, and whose it is."""

    version: int
    scheme: str
    value: str
    party_id: UUID
    party: str


def read_number(work: Work, case_id: UUID, identifier_id: UUID) -> Number:
    """A number of a register, before it is put right."""
    case = work.case(case_id, Permission.FACT_RECORD)
    row = work.within(Identifier, identifier_id, case)
    work.record(EventKind.PARTY_READ, row.entity, party=row.entity.kind)
    return Number(row.version, row.scheme, row.value, row.entity_id, row.entity.label)


def correct_number(
    work: Work, case_id: UUID, identifier_id: UUID, version: int, value: str, reason: str
) -> Correction:
    """Put a number of a register right; a BSN is sealed and shown masked, also in the correction.

    Raises Changed when somebody else wrote it meanwhile, Invalid when nothing changes.
    """
    case = work.case(case_id, Permission.FACT_RECORD)
    row = work.within(Identifier, identifier_id, case)
    text = SCHEMES[row.scheme](value, row.scheme)
    secret = text if row.scheme == "bsn" else None
    shown = numbers.mask_bsn(text) if secret else text
    work.expect(row, version, {"value": shown})
    before, old = row.value, row.sealed or row.value
    if old == text:
        raise _nothing()
    _party_keys.refuse_known(work, case, row.scheme, shown, row.entity if secret else None)
    row.value, row.sealed = shown, secret
    if row.scheme == "kvk" or row.entity.kind in THINGS:
        _party_keys.rekey(work, row.entity, text)
    work.record(EventKind.PARTY_CHANGED, row.entity, identifier=row.scheme)
    _notices.tell(work, case, (row.entity_id,))
    made = Correction(subject="party", subject_id=row.entity_id, field=row.scheme)
    made.before, made.after, made.reason = before, shown, said(reason, "reason")
    return _correcting.keep(work, case, made, Sought(old, more=(before,)), row.entity_id)


def _nothing() -> Invalid:
    return Invalid(
        "This is what it says already.",
        where={"field": "value"},
        hint="Write what it must say instead.",
    )


def _written(field: str, value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case int() if field in AMOUNTS:
            return Money(value).text()
    return str(value)


def _looked_for(entity: Entity, field: str) -> Sought:
    """How the present value of a field may stand in a text."""
    value = getattr(entity, field)
    match value:
        case None | bool():
            return Sought("")
        case PartialDate():
            return Sought(str(value), more=_sought.days(value), beside=(entity.label,))
        case int() if field in AMOUNTS:
            return Sought(Money(value).text(), amount=True)
    return _named(entity, field, str(value))


def _named(entity: Entity, field: str, value: str) -> Sought:
    match entity:
        case Person() if field in NAMES:
            return Sought(entity.label, more=(entity.family_name if field == NAMES[-1] else "",))
        case Address() if field in HOUSE:
            return Sought(f"{entity.street} {entity.number}", more=(entity.label,))
        case Account() if field == "number":
            return Sought(value, more=(_sought.spaced(value),))
    return Sought(value, beside=(entity.label,))
