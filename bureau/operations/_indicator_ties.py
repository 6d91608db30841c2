"""What ties, roles and company dates establish for the indicators on structure."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from bureau.model import Case, Company, Entity, Person, Source, Tie
from bureau.operations import _indicator_answers
from bureau.operations._indicator_people import current
from bureau.operations._rows import Rows
from bureau.rules.dates import PartialDate
from bureau.rules.indicator_facts import ControlPath, Share
from bureau.rules.vocabulary import TieKind

MOST_PATHS, LONGEST_PATH = 200, 12
TIP = "tip"


def from_ties(session: Session, rows: Rows, today: date) -> dict[str, Any]:
    """The facts on control, positions and changes around the person concerned."""
    case = rows.case
    ties = session.scalars(select(Tie).where(Tie.case_id == case.id)).all()
    now = current(ties, today)
    screening = rows.screening
    named = screening.applicant_id if screening else None
    applicant = session.get(Entity, named) if named else None
    roles, sectors = _positions(now)
    return {
        "application_on": screening.received_on if screening else None,
        "control_paths": _paths(now, applicant),
        "shares": _shares(rows, now, applicant),
        "company_changes": _changes(ties, applicant),
        "active_roles": roles,
        "sectors": sectors,
        "tips": _tips(session, case),
    }


def _tips(session: Session, case: Case) -> int:
    query = select(Source.id).where(Source.case_id == case.id, Source.kind == TIP)
    return len(session.scalars(query).all())


def _paths(ties: Sequence[Tie], applicant: Entity | None) -> tuple[ControlPath, ...] | None:
    owners: dict[UUID, list[Entity]] = defaultdict(list)
    for tie in ties:
        if tie.kind is TieKind.OWNS and isinstance(tie.from_entity, Person | Company):
            owners[tie.to_id].append(tie.from_entity)
    if applicant is None or not owners[applicant.id]:
        return None
    found = []
    for chain in _chains(owners, [applicant]):
        found.append(ControlPath(len(chain) - 1, isinstance(chain[-1], Person)))
        if len(found) == MOST_PATHS:
            break
    return tuple(found)


def _chains(owners: dict[UUID, list[Entity]], chain: list[Entity]) -> Iterator[list[Entity]]:
    """Every chain of owners upwards; a circle or a very long chain ends where it is."""
    above = [owner for owner in owners.get(chain[-1].id, []) if owner not in chain]
    if not above or len(chain) > LONGEST_PATH:
        yield chain
        return
    for owner in above:
        yield from _chains(owners, [*chain, owner])


def _shares(rows: Rows, ties: Sequence[Tie], applicant: Entity | None) -> tuple[Share, ...] | None:
    declared = _indicator_answers.declared_shares(rows)
    registered = {
        tie.from_entity.label: Decimal(100 * tie.share_numerator) / tie.share_denominator
        for tie in ties
        if applicant is not None
        and tie.kind is TieKind.OWNS
        and tie.to_id == applicant.id
        and tie.share_numerator is not None
        and tie.share_denominator
    }
    if not declared or not registered:
        return None
    return tuple(
        Share(holder, declared.get(holder.lower(), Decimal(0)), share)
        for holder, share in sorted(registered.items())
    )


def _changes(ties: Sequence[Tie], applicant: Entity | None) -> tuple[date, ...] | None:
    if not isinstance(applicant, Company):
        return None
    held = (TieKind.DIRECTS, TieKind.OWNS, TieKind.MANAGES)
    days = [applicant.registered_on]
    for tie in ties:
        if tie.to_id == applicant.id and tie.kind in held:
            days += [tie.valid_from, tie.valid_to]
    known = {day for day in map(_exact, days) if day}
    return tuple(sorted(known)) or None


def _exact(day: PartialDate | None) -> date | None:
    return day.earliest() if day and day.day else None


def _positions(ties: Sequence[Tie]) -> tuple[int | None, int | None]:
    """The most positions that one person holds now, and in how many sectors."""
    held: dict[UUID, set[Company]] = defaultdict(set)
    for tie in ties:
        if tie.kind is TieKind.DIRECTS and isinstance(tie.to_entity, Company):
            held[tie.from_id].add(tie.to_entity)
    if not held:
        return None, None
    most = max(held.values(), key=len)
    return len(most), len({company.activity for company in most if company.activity})
