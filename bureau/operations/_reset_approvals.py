"""What waits for a second person where somebody lost the second factor: that it is taken away."""

from sqlalchemy import select

from bureau.model import ApprovalRequest, Factor, RecoveryCode, User
from bureau.operations._accounts import end
from bureau.operations._second_person import Kind, Thing
from bureau.operations._ways_in import end_factors
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Role
from bureau.work import Work

RESET, OF_TRACK = "factor_reset", "factor_reset_track"
TRACK = frozenset((Role.CARE, Role.CARE_LEAD))


def factors_of(work: Work, user: User) -> tuple[Factor, ...]:
    """The second factors of a person that work, oldest first."""
    query = select(Factor).where(Factor.user_id == user.id).order_by(Factor.made_at, Factor.id)
    return tuple(row for row in work.session.scalars(query) if row.works)


def _thing(work: Work, user: User) -> Thing:
    papers = select(RecoveryCode).where(RecoveryCode.user_id == user.id)
    says = {
        "name": user.name,
        "login": user.login,
        "organisation": user.organisation.name,
        "roles": sorted(row.role.value for row in user.roles),
        "factors": [f"{row.name} ({row.id.hex[-8:]})" for row in factors_of(work, user)],
        "paper": sum(row.works for row in work.session.scalars(papers)),
    }
    return Thing(None, says, work.session.get_one(User, work.actor.id), user.id)


def _act(user: User) -> str:
    """Whoever holds or held a role of the victim track is a matter of that track alone."""
    return OF_TRACK if TRACK & {row.role for row in user.roles} else RESET


def _waits(_: User) -> bool:
    return True


def _agreed(work: Work, request: ApprovalRequest, user: User) -> None:
    """Take the factors and the codes on paper away, and end every sign-in and token."""
    removed = end_factors(work, user)
    ended = end(work, user)
    told = {"asked_by": request.asked_by_id, "count": removed, "sessions": ended.sessions}
    work.record(EventKind.FACTOR_RESET, user, **told)


FACTORS = Kind(User, _act, _thing, _waits, _agreed, at_once=True)
