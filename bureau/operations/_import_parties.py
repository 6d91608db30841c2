"""Storing parties, ties and payments that a file describes; nobody is merged by name.

A party is found again by its number only: the register's, or that of the record in its system.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from bureau.formats.party_values import PartyFile, PartyRecord, TieRecord
from bureau.formats.values import PaymentRecord
from bureau.model import Entity, Identifier, Payment, Person, Tie
from bureau.model.base import new_id
from bureau.operations._import_batch import CHUNK, Batch, fit, hashed, place
from bureau.operations._import_keys import CLASSES, columns, keys_of, numbers_of, protected_people
from bureau.operations._import_payments import ID_LENGTH, KIND_LENGTH
from bureau.operations._party_fields import label as party_label
from bureau.operations._payment_pages import second_of_day
from bureau.operations._shares import tie_key
from bureau.rules import dates, identifiers
from bureau.rules.dates import PartialDate
from bureau.rules.vocabulary import EntityKind, TieKind

_EMPTY = (None, "", PartialDate())


def store_parties(batch: Batch, file: PartyFile) -> None:
    """Add what `file` says and the case does not hold yet."""
    roll = Roll(batch)
    roll.expect(file.parties)
    homes, ties = _open_ties(file, roll.protected(file.parties))
    if homes:
        batch.warn(
            "{count} addresses of protected persons were left out.", {"path": "/"}, count=len(homes)
        )
    people = {record.ref: roll.party(record) for record in file.parties if record.ref not in homes}
    _ties(batch, ties, people)
    _payments(batch, file.payments, people)


class Roll:
    """The parties of a case as one file finds them: looked up in chunks, filled where empty."""

    def __init__(self, batch: Batch) -> None:
        self.batch = batch
        self._by_key: dict[str, Entity] = {}
        self._by_number: dict[tuple[str, str], Entity] = {}
        self._given: set[tuple[UUID, str, str]] = set()
        self._protected = protected_people(batch)

    def expect(self, records: Iterable[PartyRecord]) -> None:
        """Look up all that the case may know of these, in as few questions as can be."""
        wanted = list(records)
        keys = {key for record in wanted for key in keys_of(self.batch, record)}
        for entity in self._chunks(Entity, Entity.key, keys):
            self._by_key[entity.key] = entity
        numbers = {number for record in wanted for number in numbers_of(record)}
        values = {value for _, value in numbers}
        owners = {
            (row.scheme, row.value): row.entity_id
            for row in self._chunks(Identifier, Identifier.value, values)
            if (row.scheme, row.value) in numbers
        }
        found = {e.id: e for e in self._chunks(Entity, Entity.id, set(owners.values()))}
        self._by_number = {number: found[owner] for number, owner in owners.items()}
        held = (*self._by_key.values(), *found.values(), *self._protected.values())
        known = {entity.id for entity in held}
        for row in self._chunks(Identifier, Identifier.entity_id, known):
            self._given.add((row.entity_id, row.scheme, row.value))

    def protected(self, records: Iterable[PartyRecord]) -> set[str]:
        """Those of the file whom the case protects already, by their `ref`."""
        found = {record.ref: self._found(record) for record in records}
        return {ref for ref, one in found.items() if isinstance(one, Person) and one.protected}

    def party(self, record: PartyRecord) -> Entity:
        """The party that a record means, new where the case knows none by that number."""
        entity, before = self._found(record), len(self.batch.rows)
        if entity is None:
            entity = self._made(record)
        filled = self._filled(entity, record)
        for scheme, value in record.numbers:
            self._number(entity, scheme, value, record)
        for number in numbers_of(record):
            self._by_number.setdefault(number, entity)
        self.batch.count(new=filled or len(self.batch.rows) > before)
        return entity

    def _found(self, record: PartyRecord) -> Entity | None:
        kind = CLASSES[record.kind]
        scheme, number = record.known_by
        secret = self._protected.get(number) if scheme == "bsn" else None
        numbered = (self._by_number.get(number) for number in numbers_of(record))
        keyed = (self._by_key.get(key) for key in keys_of(self.batch, record))
        for entity in (secret, *numbered, *keyed):
            if isinstance(entity, kind):
                return entity
        return None

    def _made(self, record: PartyRecord) -> Entity:
        keys = keys_of(self.batch, record)
        key = keys[-1] if keys[0] in self._by_key else keys[0]
        entity = CLASSES[record.kind](id=new_id(), key=key, label=record.label)
        for column, value in self.batch.facts(place(record.where), record.valid_from).items():
            setattr(entity, column, value)
        self._by_key[key] = entity
        self.batch.add(entity)
        return entity

    def _filled(self, entity: Entity, record: PartyRecord) -> bool:
        """Put in what is empty; where the case says otherwise it keeps that, with a warning."""
        changes = {}
        for name, value in columns(record).items():
            had = getattr(entity, name)
            if value in _EMPTY or value == had:
                continue
            if had in _EMPTY:
                changes[name] = value
            elif name != "note":
                self.batch.warn(
                    "{party} has another {field} in the case than in this file; the case keeps "
                    "its own.",
                    record.where,
                    party=entity.label,
                    field=name,
                )
        if record.shielded and isinstance(entity, Person) and not entity.protected:
            changes["protected"] = True
        # In a rehearsal a stored party stays as it is; what is only drafted may be filled.
        if not (self.batch.rehearsal and entity in self.batch.work.session):
            self._set(entity, changes)
        return bool(changes)

    def _set(self, entity: Entity, changes: Mapping[str, Any]) -> None:
        for name, value in changes.items():
            setattr(entity, name, value)
        placed = entity.kind == EntityKind.ADDRESS and "street" in changes
        if placed and entity in self.batch.work.session:
            entity.label = party_label(entity)

    def _number(self, entity: Entity, scheme: str, value: str, record: PartyRecord) -> None:
        secret = value if scheme == "bsn" else None
        shown = identifiers.mask_bsn(value) if secret else value
        if (entity.id, scheme, shown) in self._given:
            return
        self._given.add((entity.id, scheme, shown))
        self.batch.add(
            Identifier(
                id=new_id(),
                entity_id=entity.id,
                scheme=scheme,
                value=shown,
                sealed=secret,
                **self.batch.facts(place(record.where)),
            )
        )

    def _chunks(self, table: type[Any], column: Any, values: set[Any]) -> list[Any]:
        found: list[Any] = []
        wanted = sorted(values)
        for start in range(0, len(wanted), CHUNK):
            rows = select(table).where(
                table.case_id == self.batch.case.id, column.in_(wanted[start : start + CHUNK])
            )
            found += self.batch.work.session.scalars(rows)
        return found


def _open_ties(file: PartyFile, protected: set[str]) -> tuple[set[str], list[TieRecord]]:
    """Addresses where only protected persons live, and the ties that tell of nobody's home."""
    ties = [t for t in file.ties if t.kind != TieKind.LIVES_AT or t.source not in protected]
    told = {ref for tie in ties for ref in (tie.source, tie.target)}
    return {tie.target for tie in file.ties} - told - protected, ties


def _ties(batch: Batch, records: Iterable[TieRecord], people: Mapping[str, Entity]) -> None:
    drawn: dict[str, Tie] = {}
    count = 0
    for record in records:
        tie = _tie(batch, record, people)
        drawn.setdefault(tie.key, tie)
        count += 1
    known = batch.known(Tie.key, Tie.id, drawn)
    new = [tie for key, tie in drawn.items() if key not in known]
    batch.stored += len(new)
    batch.duplicates += count - len(new)
    batch.rows.extend(new)


def _tie(batch: Batch, record: TieRecord, people: Mapping[str, Entity]) -> Tie:
    facts = batch.facts(place(record.where), record.valid_from)
    until = dates.parse(record.valid_to)
    if until.year and until.before(facts["valid_from"]):
        batch.warn(
            "A tie would end before it begins; the day on which it ends was left out.", record.where
        )
        until = dates.parse("")
    numerator, denominator = record.share or (None, None)
    tie = Tie(
        id=new_id(),
        kind=record.kind,
        from_id=people[record.source].id,
        to_id=people[record.target].id,
        detail=fit(record.detail, 200, "kind of tie", record.where),
        share_numerator=numerator,
        share_denominator=denominator,
        **{**facts, "valid_to": until},
    )
    tie.key = tie_key(tie)
    return tie


def _payments(batch: Batch, records: Iterable[PaymentRecord], people: Mapping[str, Entity]) -> None:
    keyed = {hashed("record", batch.source.kind, r.extra["ftm"]): r for r in records}
    known = batch.known(Payment.key, Payment.id, keyed)
    for key, record in keyed.items():
        batch.count(new=key not in known)
        if key not in known:
            batch.add(_payment(batch, key, record, people))


def _payment(
    batch: Batch, key: str, record: PaymentRecord, people: Mapping[str, Entity]
) -> Payment:
    return Payment(
        id=new_id(),
        case_id=batch.case.id,
        key=key,
        from_id=people[record.from_account].id,
        to_id=people[record.to_account].id,
        paid_on=date.fromisoformat(record.on),
        second_of_day=second_of_day(record.time),
        amount_minor=record.amount_minor,
        currency=record.currency,
        reference=record.reference,
        kind=fit(record.kind, KIND_LENGTH, "kind of payment", record.where),
        external_id=fit(record.external_id, ID_LENGTH, "id of a payment", record.where),
        place_in_source=place(record.where),
        extra="",
        learnt_from_id=batch.source.id,
    )
