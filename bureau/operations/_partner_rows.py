"""All that a reader may see of the partnership cases, gathered once to be counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload, lazyload, selectinload

from bureau.model import (
    AgendaItem,
    Area,
    AreaEntry,
    BarrierStatus,
    BarrierWeight,
    Case,
    Disclosure,
    EnforcementMeasure,
    Intervention,
    Meeting,
    PersonRequest,
    RoleCard,
    SharingRequest,
    Signal,
    Worksheet,
)
from bureau.operations._houses import partnership
from bureau.operations._role_tasks import missing
from bureau.policy import Permission
from bureau.rules.vocabulary import CaseKind
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class PartnerRows:
    """The partnership cases of a reader, and what there is in them to count.

    `items` are the agenda items to which the reader was admitted, with seats and actions;
    `uncarded` are organisations that take part in a case without a role card, counted by case;
    `statuses`, `weights` and `entries` are those of the boards and areas of the partnership.
    """

    cases: tuple[Case, ...] = ()
    signals: tuple[Signal, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    plans: tuple[Intervention, ...] = ()
    sheets: tuple[Worksheet, ...] = ()
    measures: tuple[EnforcementMeasure, ...] = ()
    requests: tuple[PersonRequest, ...] = ()
    disclosures: tuple[Disclosure, ...] = ()
    asked: tuple[SharingRequest, ...] = ()
    statuses: tuple[BarrierStatus, ...] = ()
    weights: tuple[BarrierWeight, ...] = ()
    entries: tuple[AreaEntry, ...] = ()
    cards: tuple[RoleCard, ...] = ()
    uncarded: int = 0


def partner_rows(work: Work) -> PartnerRows:
    """The partnership cases that the reader may see; what is not readable is not counted."""
    visible = work.visible(Permission.PLAN_READ, Case).where(Case.kind == CaseKind.PARTNERSHIP)
    cases = _all(work, visible.order_by(Case.opened_on))
    ids = [case.id for case in cases]
    items = work.visible(Permission.ITEM_READ, AgendaItem).where(AgendaItem.case_id.in_(ids))
    signals = work.visible(Permission.SIGNAL_READ, Signal).where(Signal.opened_id.in_(ids))
    return PartnerRows(
        cases,
        _all(work, signals),
        _all(work, _of(Meeting, ids)),
        _all(
            work,
            items.options(
                joinedload(AgendaItem.meeting),
                selectinload(AgendaItem.seats),
                selectinload(AgendaItem.actions),
            ),
        ),
        _all(work, _of(Intervention, ids)),
        _all(work, _of(Worksheet, ids)),
        _all(work, _of(EnforcementMeasure, ids)),
        _all(work, _of(PersonRequest, ids)),
        cards=_all(work, _of(RoleCard, ids)),
        uncarded=sum(count for _, count in work.session.execute(missing(ids))),
        **_shared(work, ids),
        **_pictured(work),
    )


def _shared(work: Work, ids: Sequence[Any]) -> dict[str, tuple[Any, ...]]:
    """The sharing register of the cases: all of it in own cases, else what the own body is in."""
    own = work.actor.organisation_id
    mine = select(Case.id).where(Case.id.in_(ids), Case.organisation_id == own)
    seen = work.visible(Permission.DISCLOSURE_READ, Case).with_only_columns(Case.id)
    tables: dict[str, Any] = {"disclosures": Disclosure, "asked": SharingRequest}
    found = {}
    for name, table in tables.items():
        query = _of(table, ids).where(table.case_id.in_(seen)).options(lazyload("*"))
        ends = or_(table.case_id.in_(mine), table.from_id == own, table.to_id == own)
        found[name] = _all(work, query.where(ends))
    return found


def _pictured(work: Work) -> dict[str, tuple[Any, ...]]:
    """Barriers and areas of the partnership: no persons, so whoever takes part reads them all."""
    house = partnership(work)
    entries = select(AreaEntry).join(Area, Area.id == AreaEntry.area_id)
    entries = entries.where(Area.house_id == house, AreaEntry.ended_at.is_(None))
    found: dict[str, Select[Any]] = {
        "statuses": select(BarrierStatus).where(BarrierStatus.house_id == house),
        "weights": select(BarrierWeight).where(BarrierWeight.house_id == house),
        "entries": entries,
    }
    return {name: _all(work, query.options(lazyload("*"))) for name, query in found.items()}


def _of(table: Any, ids: Sequence[Any]) -> Select[Any]:
    return select(table).where(table.case_id.in_(ids))


def _all(work: Work, query: Select[Any]) -> tuple[Any, ...]:
    return tuple(work.session.scalars(query).unique())
