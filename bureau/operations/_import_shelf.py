"""Parties of a register answer: found again by number, filled where empty, never overwritten."""

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import select

from bureau.formats.register_values import AddressRecord
from bureau.model import Address, Entity, Identifier, Tie
from bureau.model.base import new_id
from bureau.operations._import_batch import Batch, hashed
from bureau.operations._import_keys import protected_people
from bureau.operations._party_fields import key as party_key
from bureau.operations._party_fields import label as party_label
from bureau.operations._shares import tie_key
from bureau.rules.dates import PartialDate
from bureau.rules.vocabulary import TieKind

Kept = TypeVar("Kept", bound=Entity)
_EMPTY = (None, "", PartialDate())


class Shelf:
    """What one register answer adds to a case; `changed` tells whether a record brought news.

    `protected` are the persons whom the case protects, by BSN.
    """

    def __init__(self, batch: Batch) -> None:
        self.batch = batch
        self.changed = False
        self.protected = protected_people(batch)
        self._entities: dict[str, Entity] = {}
        self._numbers: dict[tuple[str, str], UUID] = {}
        self._given: set[tuple[str, str, UUID]] = set()
        self._ties: set[str] = set()

    def party(self, kind: type[Kept], key: str, place: str, known_as: tuple[str, str]) -> Kept:
        """The party of that kind with this key or register number, new where there is none."""
        found = self._numbered(*known_as) or self._keyed(key)
        if isinstance(found, kind):
            return found
        made = kind(id=new_id(), key=key if found is None else hashed(key), label="")
        for column, value in self.batch.facts(place).items():
            setattr(made, column, value)
        self._entities[key] = made
        self.batch.add(made)
        self.changed = True
        return made

    def fill(self, entity: Entity, place: str, fields: Mapping[str, Any]) -> None:
        """Put in what is empty; where the case says otherwise it keeps that, with a warning."""
        for field, value in fields.items():
            had = getattr(entity, field)
            if value in _EMPTY or value == had:
                continue
            if had in _EMPTY:
                self._set(entity, field, value)
            else:
                self.batch.warn(
                    "{party} has another {field} in the case than in this answer; the case keeps "
                    "its own.",
                    {"path": place},
                    party=entity.label,
                    field=field,
                )

    def number(self, entity: Entity, scheme: str, value: str, place: str, sealed: str = "") -> None:
        """Add the number by which a register knows `entity`, once."""
        given = (scheme, value, entity.id)
        if not value or given in self._given or self._owner(scheme, value, entity):
            return
        self._given.add(given)
        self._numbers[scheme, value] = entity.id
        self.changed = True
        self.batch.add(
            Identifier(
                id=new_id(),
                entity_id=entity.id,
                scheme=scheme,
                value=value,
                sealed=sealed or None,
                **self.batch.facts(place),
            )
        )

    def address(self, told: AddressRecord, place: str) -> Address:
        """The address that a register gave, one for all who are there."""
        draft = Address(
            street=(told.street or told.full)[:200],
            number=told.house_number[:20],
            addition="",
            postcode=told.postcode[:12],
            city=told.place[:100],
            country=told.country[:60],
        )
        key = party_key(draft)
        found = self.party(Address, key, place, ("bag", told.number_id))
        if not found.label:
            for field in ("street", "number", "addition", "postcode", "city", "country"):
                setattr(found, field, getattr(draft, field))
            found.label = party_label(found)
        self.number(found, "bag", told.number_id, place)
        return found

    def tie(self, kind: TieKind, ends: tuple[Entity, Entity], place: str, **said: Any) -> None:
        """Add a tie, once."""
        valid_from = said.pop("valid_from", "")
        tie = Tie(
            id=new_id(),
            kind=kind,
            from_id=ends[0].id,
            to_id=ends[1].id,
            **{"detail": "", **said},
            **self.batch.facts(place, valid_from),
        )
        tie.key = tie_key(tie)
        if tie.key in self._ties or self.batch.known(Tie.key, Tie.id, [tie.key]):
            return
        self._ties.add(tie.key)
        self.changed = True
        self.batch.add(tie)

    def done(self) -> None:
        """Count the record just handled as new or known."""
        self.batch.count(new=self.changed)
        self.changed = False

    def _set(self, entity: Entity, field: str, value: Any) -> None:
        self.changed = True
        # In a rehearsal a stored party stays as it is; what is only drafted may be filled.
        if not (self.batch.rehearsal and entity in self.batch.work.session):
            setattr(entity, field, value)

    def _keyed(self, key: str) -> Entity | None:
        if key not in self._entities:
            rows = select(Entity).where(Entity.case_id == self.batch.case.id, Entity.key == key)
            if (found := self.batch.work.session.scalar(rows)) is None:
                return None
            self._entities[key] = found
        return self._entities[key]

    def _numbered(self, scheme: str, value: str) -> Entity | None:
        owner = self._numbers.get((scheme, value)) or self._owner(scheme, value, None)
        if owner is None:
            return None
        made = (entity for entity in self._entities.values() if entity.id == owner)
        return next(made, None) or self.batch.work.session.get(Entity, owner)

    def _owner(self, scheme: str, value: str, entity: Entity | None) -> UUID | None:
        rows = select(Identifier.entity_id).where(
            Identifier.case_id == self.batch.case.id,
            Identifier.scheme == scheme,
            Identifier.value == value,
        )
        if entity is not None:
            rows = rows.where(Identifier.entity_id == entity.id)
        return self.batch.work.session.scalar(rows)
