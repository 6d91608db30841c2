"""The roles of the victim track: who gives them, and who opens the account that holds one."""

from collections.abc import Iterable
from datetime import date

from bureau.errors import N_, NotAllowed, NotFound
from bureau.model import User
from bureau.policy import Permission
from bureau.rules.duties import duties, givers
from bureau.rules.vocabulary import Role
from bureau.work import Work

ROAD = N_(
    "Ask the lead of the victim track, who does it under Roles of support. A house without a lead"
    " gets one on the server, with two people: bureau user found-lead."
)


def held(work: Work, user: User) -> set[Role]:
    """The roles of the victim track that this person holds."""
    return {role for role in user.held(work.today) if givers(role, work.today)}


def insist_giver(work: Work, roles: Iterable[Role]) -> None:
    """Stop whoever may not give one of these roles: an administrator at the victim track's."""
    for role in sorted(roles):
        by = givers(role, work.today)
        if by and not work.actor.roles.intersection(by):
            raise NotAllowed(
                "The role {role} is not given by an administrator: only the lead of the victim"
                " track gives and withdraws it.",
                where=_where(role, work.today),
                hint=ROAD,
                role=role,
            )
        if not by and not work.may(Permission.USER_MANAGE):
            raise NotAllowed(
                "The lead of the victim track gives only roles of that track, not {role}.",
                where={"field": "roles", "guard": "victim track"},
                hint="Ask an administrator.",
                role=role,
            )


def insist_opener(work: Work, user: User) -> None:
    """Stop whoever would open this account and may not.

    An account with a role of the victim track is opened by its lead alone, and its lead opens no
    other; an administrator may close it, for safety.
    """
    track = held(work, user)
    if track and not work.may(Permission.CARE_MANAGE):
        raise NotAllowed(
            "This account holds a role of the victim track: an administrator may close it, and"
            " opens it in no way.",
            where=_where(min(track), work.today),
            hint=ROAD,
        )
    insist_known(work, user)


def insist_known(work: Work, user: User) -> None:
    """For the lead of the victim track an account without a role of it does not exist."""
    if not work.may(Permission.USER_MANAGE) and not held(work, user):
        raise NotFound("There is nothing here that you may see.")


def insist_no_opening(work: Work, user: User, *, active: bool, until: date | None) -> None:
    """Stop whoever would let an account in more than it does: enabled again, or screened longer."""
    before = user.screened_until
    longer = before is not None and (until is None or until > before)
    if longer or (active and not user.active):
        insist_opener(work, user)


def _where(role: Role, on: date) -> dict[str, str]:
    basis = duties().row(role, on).basis
    return {"field": "roles", "guard": "victim track", "basis": basis}
