"""The people and organisations of a case as they are compared, without protected ones."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import select

from bureau.matching.names import taken_apart
from bureau.matching.values import EMPTY, Subject
from bureau.model import Case, Entity, Identifier, Person, Tie
from bureau.rules.vocabulary import EntityKind, TieKind
from bureau.work import Work

COMPARED = (EntityKind.PERSON, EntityKind.COMPANY)
HOMES = (TieKind.LIVES_AT, TieKind.LOCATED_AT)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A party that may be compared; `facts` is a digest of what is looked at."""

    id: UUID
    subject: Subject
    facts: str


def candidates(work: Work, case: Case) -> Mapping[UUID, Candidate]:
    """The parties of the case that may be compared, by id; no placeholder is among them."""
    numbers, homes = _numbers(work, case), _homes(work, case)
    found: dict[UUID, Candidate] = {}
    for row in _parties(work, case):
        if row.protected or taken_apart(row.label, row.kind).placeholder:
            continue
        held = numbers.get(row.id, ())
        places = tuple(homes.get(row.id, ()))
        subject = Subject(
            name=row.label,
            kind=row.kind,
            born=row.born or EMPTY,
            died=row.died or EMPTY,
            identifiers=tuple((each.scheme, each.sealed or each.value) for each in held),
            addresses=places,
        )
        told = [(each.scheme, each.value, str(each.id), each.version) for each in held]
        found[row.id] = Candidate(row.id, subject, _digest(subject, told))
    return found


def pair_facts(one: Candidate, other: Candidate) -> str:
    """A digest of all that is compared of two parties, whichever of them is named first."""
    return sha256("|".join(sorted((one.facts, other.facts))).encode()).hexdigest()


def _digest(subject: Subject, told: Iterable[object]) -> str:
    """Numbers go in as they are shown, with the version of their row: no BSN leaves its seal."""
    parts = (subject.name, subject.kind.value, str(subject.born), str(subject.died))
    return sha256(repr((parts, sorted(map(str, told)), subject.addresses)).encode()).hexdigest()


def _parties(work: Work, case: Case) -> Iterable[Any]:
    party, person = Entity.__table__, Person.__table__
    query = (
        select(party.c.id, party.c.kind, party.c.label)
        .add_columns(person.c.born, person.c.died, person.c.protected)
        .outerjoin(person, person.c.id == party.c.id)
        .where(party.c.case_id == case.id, party.c.kind.in_(COMPARED))
        .order_by(party.c.label_folded, party.c.id)
    )
    return work.session.execute(query)


def _numbers(work: Work, case: Case) -> Mapping[UUID, list[Any]]:
    query = select(Identifier.__table__).where(Identifier.__table__.c.case_id == case.id)
    found = defaultdict(list)
    for row in work.session.execute(query.order_by(Identifier.__table__.c.id)):
        found[row.entity_id].append(row)
    return found


def _homes(work: Work, case: Case) -> Mapping[UUID, list[str]]:
    place = Entity.__table__
    query = (
        select(Tie.from_id, place.c.label)
        .join(place, place.c.id == Tie.to_id)
        .where(Tie.case_id == case.id, Tie.kind.in_(HOMES))
        .order_by(place.c.label)
    )
    found = defaultdict(list)
    for party, label in work.session.execute(query):
        found[party].append(label)
    return found
