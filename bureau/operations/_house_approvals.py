"""What waits for a second person of the house: a role, a mandate, a quota, a rotation of keys."""

from datetime import timedelta

from bureau import keys
from bureau.model import (
    ApprovalRequest,
    ExportLift,
    Mandate,
    Organisation,
    RoleGrant,
    User,
)
from bureau.model.organisation import CONFIRMED, REFUSED, WAITING
from bureau.operations import _tracks
from bureau.operations._second_person import Kind, Thing
from bureau.rules.duties import insist_apart
from bureau.rules.events import EventKind
from bureau.work import Work


def _role_thing(_: Work, grant: RoleGrant) -> Thing:
    user = grant.user
    says = {
        "name": user.name,
        "login": user.login,
        "organisation": user.organisation.name,
        "role": grant.role.value,
        "until_on": grant.until_on.isoformat() if grant.until_on else "",
    }
    return Thing(None, says, grant.asked_by, grant.user_id)


def _role_agreed(work: Work, request: ApprovalRequest, grant: RoleGrant) -> None:
    user = grant.user
    _tracks.insist_giver(work, {grant.role})
    insist_apart(user.held(work.today) | {grant.role}, work.today)
    user.hold(grant.role, grant.until_on)
    _role_settled(work, request, grant, CONFIRMED)


def _role_turned_down(work: Work, request: ApprovalRequest, grant: RoleGrant) -> None:
    _role_settled(work, request, grant, REFUSED)


def _role_settled(work: Work, request: ApprovalRequest, grant: RoleGrant, state: str) -> None:
    grant.state, grant.reason = state, request.answer
    grant.settled_by_id, grant.settled_at = request.settled_by_id, request.settled_at
    kind = EventKind.ROLE_CONFIRMED if state == CONFIRMED else EventKind.ROLE_REFUSED
    work.record(kind, grant, role=grant.role, asked_by=grant.asked_by_id, reason=grant.reason)


def _role_act(_: RoleGrant) -> str:
    return "role"


def _role_waits(row: RoleGrant) -> bool:
    return row.state == WAITING


ROLE = Kind(
    RoleGrant, _role_act, _role_thing, _role_waits, _role_agreed, _role_turned_down, at_once=True
)


def _mandate_thing(_: Work, row: Mandate) -> Thing:
    says = {
        "organ": row.organ,
        "holder": row.user.name if row.user else str(row.role or ""),
        "kinds": row.kinds,
        "scopes": row.scopes,
        "from_on": row.from_on.isoformat(),
        "until_on": row.until_on.isoformat() if row.until_on else "",
        "decree": row.decree,
    }
    return Thing(None, says, row.asked_by, row.user_id)


def _mandate_agreed(work: Work, request: ApprovalRequest, row: Mandate) -> None:
    _mandate_settled(work, request, row, CONFIRMED)


def _mandate_turned_down(work: Work, request: ApprovalRequest, row: Mandate) -> None:
    _mandate_settled(work, request, row, REFUSED)


def _mandate_settled(work: Work, request: ApprovalRequest, row: Mandate, state: str) -> None:
    row.state, row.reason = state, request.answer
    row.settled_by_id, row.settled_at = request.settled_by_id, request.settled_at
    kind = EventKind.MANDATE_CONFIRMED if state == CONFIRMED else EventKind.MANDATE_REFUSED
    work.record(kind, row, organ=row.organ, reason=row.reason)


def _mandate_act(_: Mandate) -> str:
    return "mandate"


def _mandate_waits(row: Mandate) -> bool:
    return row.state == WAITING


MANDATE = Kind(
    Mandate,
    _mandate_act,
    _mandate_thing,
    _mandate_waits,
    _mandate_agreed,
    _mandate_turned_down,
    at_once=True,
)


def _lift_thing(_: Work, row: ExportLift) -> Thing:
    says = {
        "name": row.user.name,
        "organisation": row.user.organisation.name,
        "place": row.place,
        "number": row.number,
        "hours": row.hours,
    }
    return Thing(None, says, row.user, row.user_id)


def _lift_agreed(work: Work, _: ApprovalRequest, row: ExportLift) -> None:
    row.from_at, row.until_at = work.now, work.now + timedelta(hours=row.hours)
    work.record(EventKind.QUOTA_LIFTED, row, place=row.place, number=row.number, hours=row.hours)


def _lift_turned_down(work: Work, _: ApprovalRequest, row: ExportLift) -> None:
    row.refused_at = work.now


def _lift_act(_: ExportLift) -> str:
    return "export_quota"


def _lift_waits(row: ExportLift) -> bool:
    return row.from_at is None and row.refused_at is None


LIFT = Kind(
    ExportLift, _lift_act, _lift_thing, _lift_waits, _lift_agreed, _lift_turned_down, at_once=True
)


def _keys_thing(work: Work, house: Organisation) -> Thing:
    marks = [f"{name} {mark}" for name, mark in keys.marks().items()]
    says = {"organisation": house.name, "keys": marks}
    return Thing(None, says, work.session.get_one(User, work.actor.id))


def _keys_act(_: Organisation) -> str:
    return "key_rotation"


def _keys_waits(_: Organisation) -> bool:
    return True


ROTATION = Kind(Organisation, _keys_act, _keys_thing, _keys_waits)
