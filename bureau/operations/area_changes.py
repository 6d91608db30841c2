"""Changing an area itself: its name, who keeps it, and its last day; what was stays readable."""

from datetime import date
from uuid import UUID

from sqlalchemy import select

from bureau.errors import N_, Invalid, NotAllowed
from bureau.model import Area, Organisation, User, UserRole
from bureau.model.organisation import role_holds
from bureau.operations import _area_heads, _area_view
from bureau.operations._checks import not_before, one_of, said
from bureau.operations._houses import partnership
from bureau.operations._nobody import insist_nobody
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Role
from bureau.work import Work

NAME = 120


def list_keepers(work: Work) -> tuple[tuple[UUID, str], ...]:
    """Who may keep an area: the coordinators of the house, by name."""
    work.require(Permission.PICTURE_KEEP)
    query = (
        select(User.id, User.name)
        .join(UserRole, UserRole.user_id == User.id)
        .join(Organisation, Organisation.id == User.organisation_id)
        .where(UserRole.role == Role.COORDINATOR, role_holds(work.today), User.active)
        .where(Organisation.id == partnership(work))
        .distinct()
        .order_by(User.name)
    )
    found = tuple((row[0], row[1]) for row in work.session.execute(query))
    work.record(EventKind.AREA_READ, "area:*", part="keepers", shown=len(found))
    return found


def change_area(
    work: Work,
    code: str,
    version: int,
    name: str,
    keeper: str,
    reason: str,
    *,
    looked: bool = False,
) -> Area:
    """Call an area otherwise or give it another keeper; on an earlier day it reads as it was."""
    work.require(Permission.PICTURE_KEEP)
    area = _area_view.found(work, code)
    work.expect(area, version, {"name": name, "keeper": keeper})
    known = {str(key): key for key, _ in list_keepers(work)}
    chosen = known[one_of(keeper, "keeper", tuple(known))]
    called, why = said(name, "name", NAME), said(reason, "reason")
    insist_nobody(work, {"name": called, "reason": why}, looked=looked)
    if (called, chosen) == (area.name, area.keeper_id):
        raise Invalid(
            "Nothing is said otherwise.",
            where={"field": "name"},
            hint="Change the name or the keeper, or leave the area as it is.",
        )
    _area_heads.keep_past(work, area, why)
    area.name, area.keeper_id = called, chosen
    work.record(EventKind.AREA_CHANGED, area, name=called, keeper=keeper, reason=why)
    return area


def end_area(work: Work, code: str, version: int, until: date | None, reason: str) -> Area:
    """Give an area its last day, or take that away again so that it holds after all."""
    work.require(Permission.PICTURE_KEEP)
    area = _area_view.found(work, code)
    work.expect(area, version, {"valid_until": until})
    if until == area.valid_until:
        raise NotAllowed(
            N_("This is its last day already.") if until else N_("The area has no last day."),
            where={"field": "valid_until", "guard": "area_end"},
            hint="Give another last day.",
        )
    why = said(reason, "reason")
    insist_nobody(work, {"reason": why}, looked=True)
    last = not_before(until, "valid_until", area.drawn_on) if until else None
    _area_heads.keep_past(work, area, why)
    area.valid_until, area.end_reason = last, why if last else ""
    work.record(EventKind.AREA_CHANGED, area, valid_until=last, reason=why)
    return area
