"""Finds the same person or company in other cases: by a number of a register, never by a name."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, false, func, select
from sqlalchemy.orm import Session

from bureau import keys
from bureau.model import Case, Entity, Identifier, Person
from bureau.rules.related import same_by, tells
from bureau.rules.vocabulary import EntityKind

MARK = "contact_mark.digest"
HIDDEN = "bsn"  # kept sealed: what lies open is masked, and equal for a thousand people


@dataclass(frozen=True, slots=True)
class Match:
    """The same number under a party of one case and a party of another."""

    case_id: UUID
    entity_id: UUID
    label: str
    kind: EntityKind
    scheme: str
    shown: str
    other_case_id: UUID
    other_entity_id: UUID
    other_label: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A number of a party as a keyed digest: it can be compared with others and read by nobody."""

    case_id: UUID
    entity_id: UUID
    label: str
    kind: EntityKind
    digest: str


def marks(
    session: Session,
    case_ids: Collection[UUID],
    today: date,
    entity_ids: Collection[UUID] | None = None,
) -> tuple[Mark, ...]:
    """The marks of the parties of these cases, or only of `entity_ids`.

    A protected person has none, nor has a name or a placeholder.
    """
    session.flush()
    query = (
        select(
            *(Identifier.case_id, Identifier.entity_id, Identifier.scheme, Identifier.value),
            *(Identifier.sealed, Entity.__table__.c.label, Entity.__table__.c.kind),
        )
        .join(Entity.__table__, Entity.__table__.c.id == Identifier.entity_id)
        .outerjoin(Person.__table__, Person.__table__.c.id == Identifier.entity_id)
        .where(
            Identifier.case_id.in_(case_ids),
            Identifier.scheme.in_(same_by().codes()),
            func.coalesce(Person.__table__.c.protected, false()).is_(False),
        )
        .order_by(Entity.__table__.c.label, Identifier.scheme)
    )
    if entity_ids is not None:
        query = query.where(Identifier.entity_id.in_(entity_ids))
    return tuple(_marked(session.execute(query), today))


def _marked(rows: Iterable[Any], today: date) -> Iterator[Mark]:
    for case_id, entity_id, scheme, value, sealed, label, kind in rows:
        number, party = sealed if scheme == HIDDEN else value, EntityKind(kind)
        if number and tells(scheme, party, number, today):
            digest = keys.blind(f"{scheme}:{party}:{number}", MARK)
            yield Mark(case_id, entity_id, label, party, digest)


def found(
    session: Session,
    case_ids: Collection[UUID],
    others: Select[Any],
    today: date,
    entity_ids: Collection[UUID] | None = None,
) -> tuple[Match, ...]:
    """The parties of these cases (or only `entity_ids`) that appear in the cases of `others` too.

    A protected person is found on neither side, a placeholder is no number.
    """
    session.flush()
    query = _query(case_ids, others)
    if entity_ids is not None:
        query = query.where(query.selected_columns["entity_id"].in_(entity_ids))
    return tuple(_same(session.execute(query).mappings().all(), today))


def _query(case_ids: Collection[UUID], others: Select[Any]) -> Select[Any]:
    mine, other = Identifier.__table__.alias("mine"), Identifier.__table__.alias("other")
    party, twin = Entity.__table__.alias("party"), Entity.__table__.alias("twin")
    one, two = Person.__table__.alias("one"), Person.__table__.alias("two")
    same = and_(mine.c.scheme == other.c.scheme, mine.c.value == other.c.value)
    return (
        select(
            *(mine.c.case_id, mine.c.entity_id, mine.c.scheme, mine.c.value, mine.c.sealed),
            *(party.c.label, party.c.kind, twin.c.label.label("other_label")),
            *(other.c.case_id.label("other_case_id"), other.c.entity_id.label("other_entity_id")),
            other.c.sealed.label("other_sealed"),
        )
        .join(other, and_(same, mine.c.case_id != other.c.case_id))
        .join(party, party.c.id == mine.c.entity_id)
        .join(twin, and_(twin.c.id == other.c.entity_id, twin.c.kind == party.c.kind))
        .outerjoin(one, one.c.id == party.c.id)
        .outerjoin(two, two.c.id == twin.c.id)
        .where(
            mine.c.scheme.in_(same_by().codes()),
            mine.c.case_id.in_(case_ids),
            other.c.case_id.in_(others.with_only_columns(Case.id)),
            func.coalesce(one.c.protected, false()).is_(False),
            func.coalesce(two.c.protected, false()).is_(False),
        )
        .order_by(party.c.label, other.c.case_id, mine.c.scheme)
    )


def _same(rows: Collection[Any], today: date) -> Iterator[Match]:
    for row in rows:
        number = row["sealed"] if row["scheme"] == HIDDEN else row["value"]
        there = row["other_sealed"] if row["scheme"] == HIDDEN else row["value"]
        kind = EntityKind(row["kind"])
        if number and number == there and tells(row["scheme"], kind, number, today):
            yield Match(
                case_id=row["case_id"],
                entity_id=row["entity_id"],
                label=row["label"],
                kind=kind,
                scheme=row["scheme"],
                shown=row["value"],
                other_case_id=row["other_case_id"],
                other_entity_id=row["other_entity_id"],
                other_label=row["other_label"],
            )
