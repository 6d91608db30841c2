"""What a second administrator does: look at the roles that wait, confirm or refuse each."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, select

from bureau.errors import N_, Invalid, NotAllowed, NotFound
from bureau.model import RoleGrant, User, UserRole
from bureau.model.organisation import WAITING, role_holds
from bureau.operations import _approving
from bureau.operations._checks import fitting
from bureau.operations._house_approvals import ROLE
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Role
from bureau.work import Work

ALONE = N_(
    "You are the only administrator here. Add a second one, as an account with the role"
    " administrator; it then confirms what you ask."
)


@dataclass(frozen=True, slots=True)
class GrantLine:
    """A role that waits: for whom, who asked and when, and whether the reader may answer."""

    id: UUID
    version: int
    role: Role
    until: date | None
    name: str
    login: str
    organisation: str
    asked_by: str
    asked_at: datetime
    answerable: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """The roles that wait, oldest first; `alone` where no second administrator could answer."""

    lines: tuple[GrantLine, ...]
    alone: bool


def list_grants(work: Work) -> Waiting:
    """The roles that administrators of this house asked for and that nobody answered yet."""
    work.require(Permission.USER_MANAGE)
    rows = select(RoleGrant).where(
        RoleGrant.state == WAITING, RoleGrant.organisation_id == work.actor.organisation_id
    )
    found = work.session.scalars(rows.order_by(RoleGrant.asked_at, RoleGrant.id)).all()
    house = f"organisation:{work.actor.organisation_id}"
    work.record(EventKind.ROLE_LISTED, house, shown=len(found))
    return Waiting(tuple(_line(work, grant) for grant in found), alone=_alone(work))


def read_grant(work: Work, grant_id: UUID, *, shown: bool = True) -> GrantLine:
    """One role that waits; once it is `shown`, whoever saw it may answer."""
    work.require(Permission.USER_MANAGE)
    grant = _waiting(work, grant_id)
    if shown:
        _approving.look(work, ROLE, grant)
    work.record(EventKind.ROLE_LISTED, grant)
    return _line(work, grant)


def settle_grant(
    work: Work, grant_id: UUID, version: int, reason: str, *, confirmed: bool
) -> RoleGrant:
    """Confirm or refuse a role that another administrator asked; a refusal needs a reason.

    Raises NotAllowed for whoever asked for it and for whom it is, and Invalid when the role does
    not go with those held by now.
    """
    work.require(Permission.USER_MANAGE)
    grant = _waiting(work, grant_id)
    work.expect(grant, version, {})
    _settle(work, grant, reason, confirmed=confirmed)
    return grant


def read_login(work: Work, login: str) -> tuple[GrantLine, ...]:
    """Every role that waits for the account `login`, each looked at as it is."""
    work.require(Permission.USER_MANAGE)
    found = _called(work, login)
    for grant in found:
        _approving.look(work, ROLE, grant)
    return tuple(_line(work, grant) for grant in found)


def confirm_login(work: Work, login: str, reason: str = "") -> tuple[Role, ...]:
    """Confirm every role that waits for the account `login`; which those were."""
    work.require(Permission.USER_MANAGE)
    found = _called(work, login)
    for grant in found:
        _settle(work, grant, reason, confirmed=True)
    return tuple(grant.role for grant in found)


def _called(work: Work, login: str) -> list[RoleGrant]:
    rows = (
        select(RoleGrant)
        .join(User, User.id == RoleGrant.user_id)
        .where(
            User.login == fitting(login, "login", 80),
            RoleGrant.state == WAITING,
            RoleGrant.organisation_id == work.actor.organisation_id,
        )
    )
    found = list(work.session.scalars(rows.order_by(RoleGrant.role)))
    if not found:
        raise NotFound(
            "No role waits for {login}.",
            where={"field": "login"},
            hint="The waiting roles stand under People, Waiting roles.",
            login=login,
        )
    return found


def _settle(work: Work, grant: RoleGrant, reason: str, *, confirmed: bool) -> None:
    _insist_second(work, grant)
    if not confirmed and not reason.strip():
        raise Invalid(
            "A refusal needs a reason.",
            where={"field": "reason"},
            hint="Say why, so that whoever asked can see it in the trail.",
        )
    if confirmed:
        _approving.agree(work, ROLE, grant, reason)
    else:
        _approving.refuse(work, ROLE, grant, reason)


def _insist_second(work: Work, grant: RoleGrant) -> None:
    """Four eyes: neither who asked nor who would hold the role answers."""
    if work.actor.id in (grant.asked_by_id, grant.user_id):
        raise NotAllowed(
            "Another administrator answers a role that you asked for or would hold.",
            where={"guard": "two people"},
            hint=ALONE if _alone(work) else N_("Ask a second administrator to look at it."),
        )


def _waiting(work: Work, grant_id: UUID) -> RoleGrant:
    grant = work.session.get(RoleGrant, grant_id)
    house = work.actor.organisation_id
    if grant is None or grant.organisation_id != house or grant.state != WAITING:
        raise NotFound("There is nothing here that you may see.")
    return grant


def _alone(work: Work) -> bool:
    query = (
        select(func.count())
        .select_from(User)
        .join(UserRole, UserRole.user_id == User.id)
        .where(
            User.organisation_id == work.actor.organisation_id,
            User.active,
            UserRole.role == Role.ADMIN,
            role_holds(work.today),
            User.id != work.actor.id,
        )
    )
    return not work.session.scalar(query)


def _line(work: Work, grant: RoleGrant) -> GrantLine:
    return GrantLine(
        id=grant.id,
        version=grant.version,
        role=grant.role,
        until=grant.until_on,
        name=grant.user.name,
        login=grant.user.login,
        organisation=grant.user.organisation.name,
        asked_by=grant.asked_by.name,
        asked_at=grant.asked_at,
        answerable=work.actor.id not in (grant.asked_by_id, grant.user_id),
    )
