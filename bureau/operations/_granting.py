"""Giving roles: plain ones hold at once, sensitive ones wait for a second administrator."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import select

from bureau.model import Event, RoleGrant, User, UserRole
from bureau.model.organisation import CONFIRMED, FOUNDED, WITHDRAWN
from bureau.operations import _approving
from bureau.operations._checks import not_before
from bureau.operations._house_approvals import ROLE
from bureau.rules.duties import insist_apart, is_sensitive
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Role
from bureau.work import Work


def give(
    work: Work, user: User, roles: Collection[Role], until: date | None = None
) -> list[RoleGrant]:
    """Let `user` hold exactly `roles`; what was asked just now, for `told` to record.

    The roles that are new end after the day `until`, those held before keep the end they have.
    Raises Invalid, and changes nothing, when a new role does not go with the others, or when the
    day lies before today.
    """
    wanted, held = set(roles), user.held(work.today)
    if until is not None:
        not_before(until, "roles_until", work.today)
    asked = {grant.role: grant for grant in user.waiting}
    new = wanted - held - asked.keys()
    if new:
        insist_apart(wanted, work.today)
    later = {role for role in new if is_sensitive(role, work.today)}
    founded = {Role.ADMIN} & later if _founds(work) else set[Role]()
    user.roles = [row for row in user.roles if row.role in wanted]
    for role in sorted(new - later | founded):
        user.hold(role, None if role in founded else until)
    for role in asked.keys() - wanted:
        asked[role].state = WITHDRAWN
        asked[role].settled_by_id, asked[role].settled_at = work.actor.id, work.now
    return [_grant(work, user, role, until, founded=role in founded) for role in sorted(later)]


def told(work: Work, user: User, made: Collection[RoleGrant]) -> None:
    """A line of the trail for each role that was asked, founded or withdrawn just now."""
    for grant in made:
        founded = grant.state == FOUNDED
        work.record(EventKind.ROLE_FOUNDED if founded else EventKind.ROLE_ASKED, grant)
        if not founded:
            _approving.ask(work, ROLE, grant)
    for grant in user.grants:
        if grant.state == WITHDRAWN and grant.settled_at == work.now:
            work.record(EventKind.ROLE_WITHDRAWN, grant, role=grant.role)
            for request in _approving.every(work, ROLE, grant):
                if _approving.is_open(work, request):
                    _approving.withdraw(work, request)


def _grant(work: Work, user: User, role: Role, until: date | None, *, founded: bool) -> RoleGrant:
    grant = RoleGrant(
        user=user,
        role=role,
        until_on=None if founded else until,
        organisation_id=work.actor.organisation_id,
        asked_by_id=work.actor.id,
        asked_at=work.now,
    )
    if founded:
        grant.state, grant.settled_at = FOUNDED, work.now
    work.session.add(grant)
    return grant


def _founds(work: Work) -> bool:
    """Whether the founder of the house acts, alone, and never had a second administrator."""
    others = select(UserRole.id).where(
        UserRole.role == Role.ADMIN, UserRole.user_id != work.actor.id
    )
    ever = select(RoleGrant.id).where(
        RoleGrant.role == Role.ADMIN, RoleGrant.state.in_((CONFIRMED, FOUNDED))
    )
    first = select(Event).where(Event.kind == EventKind.USER_ADDED).order_by(Event.seq).limit(1)
    founding = work.session.scalar(first)
    return (
        founding is not None
        and founding.subject == f"user:{work.actor.id}"
        and not work.session.scalars(others.union(ever)).first()
    )
