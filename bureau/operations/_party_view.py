"""What a page shows of a party: each fact with where it was learnt and how firm it is."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import selectinload

from bureau.model import Account, Case, Entity, Payment, Person, Tie
from bureau.operations._deal_view import DealView, deals_of
from bureau.operations._facts import Origin, SourceRef, origin, shown
from bureau.operations._party_fields import FIELDS
from bureau.rules.dates import PartialDate
from bureau.rules.money import Money
from bureau.rules.vocabulary import CaseKind, EntityKind, TieKind
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class PartyLine:
    """One party as a list shows it."""

    id: UUID
    kind: EntityKind
    label: str
    protected: bool
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IdentifierView:
    """A number of a register, masked where the law asks for it."""

    id: UUID
    version: int
    scheme: str
    value: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class RoleView:
    """A position towards the person concerned."""

    role: str
    direct: bool
    remark: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class TieView:
    """A tie as seen from one party; `outward` where it starts here."""

    id: UUID
    version: int
    kind: TieKind
    outward: bool
    other_id: UUID
    other: str
    share: str
    detail: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Turnover:
    """Payments out of or into an account, in one currency."""

    outward: bool
    count: int
    total: Money


@dataclass(frozen=True, slots=True)
class PartyView:
    """Everything the case holds about one party."""

    id: UUID
    version: int
    kind: EntityKind
    label: str
    protected: bool
    facts: tuple[tuple[str, str], ...]
    origin: Origin
    identifiers: tuple[IdentifierView, ...]
    roles: tuple[RoleView, ...]
    ties: tuple[TieView, ...]
    deals: tuple[DealView, ...]
    turnover: tuple[Turnover, ...]
    case_kind: CaseKind

    @property
    def sources(self) -> tuple[SourceRef, ...]:
        """The sources behind all of it, once each, by number."""
        origins = [self.origin, *(fact.origin for fact in self._rows())]
        found = {each.source.id: each.source for each in origins}
        return tuple(sorted(found.values(), key=lambda source: source.number))

    def _rows(self) -> Iterator[IdentifierView | RoleView | TieView | DealView]:
        for field in fields(self):
            if field.name in ("identifiers", "roles", "ties", "deals"):
                yield from getattr(self, field.name)


def view(work: Work, case: Case, entity: Entity) -> PartyView:
    """`entity` with all that the case knows of it."""
    return PartyView(
        case_kind=case.kind,
        id=entity.id,
        version=entity.version,
        kind=EntityKind(entity.kind),
        label=entity.label,
        protected=isinstance(entity, Person) and entity.protected,
        facts=tuple((field, text) for field, text in _facts(entity) if text),
        origin=origin(work, entity),
        identifiers=tuple(
            IdentifierView(row.id, row.version, row.scheme, row.value, origin(work, row))
            for row in entity.identifiers
        ),
        roles=tuple(
            RoleView(row.role, row.direct, row.remark, origin(work, row))
            for row in sorted(entity.roles, key=lambda row: (row.role, shown(row.valid_from)))
        ),
        ties=ties_of(work, case, entity),
        deals=deals_of(work, case, entity.id),
        turnover=tuple(_turnover(work, entity)) if isinstance(entity, Account) else (),
    )


def lines(work: Work, case: Case, kind: EntityKind | None) -> tuple[PartyLine, ...]:
    """The parties of `case` by label."""
    rows = select(Entity).where(Entity.case_id == case.id)
    if kind is not None:
        rows = rows.where(Entity.kind == kind)
    ordered = rows.order_by(Entity.label_folded, Entity.key).options(selectinload(Entity.roles))
    return tuple(line(entity) for entity in work.session.scalars(ordered).unique())


def line(entity: Entity) -> PartyLine:
    """`entity` as a list shows it."""
    return PartyLine(
        entity.id,
        EntityKind(entity.kind),
        entity.label,
        isinstance(entity, Person) and entity.protected,
        tuple(sorted({row.role for row in entity.roles})),
    )


def ties_of(work: Work, case: Case, entity: Entity | None = None) -> tuple[TieView, ...]:
    """The ties of `entity`, or all of the case, by kind and then by the party at the other end."""
    rows = select(Tie).where(Tie.case_id == case.id)
    if entity is not None:
        rows = rows.where(or_(Tie.from_id == entity.id, Tie.to_id == entity.id))
    found = [tie_view(work, tie, entity) for tie in work.session.scalars(rows)]
    return tuple(sorted(found, key=lambda tie: (tie.kind, tie.other, str(tie.id))))


def tie_view(work: Work, tie: Tie, entity: Entity | None = None) -> TieView:
    """`tie` as seen from `entity`, or from where it starts."""
    outward = entity is None or tie.from_id == entity.id
    other = tie.to_entity if outward else tie.from_entity
    return TieView(
        id=tie.id,
        version=tie.version,
        kind=tie.kind,
        outward=outward,
        other_id=other.id,
        other=other.label,
        share=share_text(tie),
        detail=tie.detail,
        origin=origin(work, tie),
    )


def share_text(tie: Any) -> str:
    """The share of a tie as a fraction; nothing where none is known."""
    if tie.share_numerator is None:
        return ""
    return f"{tie.share_numerator}/{tie.share_denominator}"


def _facts(entity: Entity) -> Iterator[tuple[str, str]]:
    for field in FIELDS[type(entity)]:
        value = getattr(entity, field)
        if field in ("label", "protected") or value is None:
            continue
        if field == "valuation_minor":
            yield "valuation", Money(value).text()
        else:
            yield field, shown(value) if isinstance(value, PartialDate) else str(value)


def _turnover(work: Work, account: Account) -> Iterator[Turnover]:
    for outward, side in ((True, Payment.from_id), (False, Payment.to_id)):
        sums = (
            select(Payment.currency, func.count(), func.sum(Payment.amount_minor))
            .where(side == account.id)
            .group_by(Payment.currency)
            .order_by(Payment.currency)
        )
        for currency, count, total in work.session.execute(sums):
            yield Turnover(outward, count, Money(int(total), currency))
