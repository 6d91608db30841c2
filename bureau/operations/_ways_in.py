"""The ways into an account besides its password: links to a sign-in elsewhere, second factors."""

from sqlalchemy import select

from bureau.model import Factor, Identity, RecoveryCode, User
from bureau.model.identity import ENDED
from bureau.rules.events import EventKind
from bureau.work import Work


def end_link(work: Work, row: Identity) -> None:
    """Let a link open nothing from now on, and forget what it was known by."""
    row.close(ENDED, work.now)
    work.record(EventKind.IDENTITY_ENDED, row)


def end_ways(work: Work, user: User) -> None:
    """End every link, second factor and code on paper of `user`, whoever made it."""
    links = select(Identity).where(Identity.user_id == user.id)
    for link in [row for row in work.session.scalars(links) if row.live]:
        end_link(work, link)
    end_factors(work, user)


def end_factors(work: Work, user: User) -> int:
    """End every second factor and code on paper of `user`; how many factors those were."""
    kept = select(Factor).where(Factor.user_id == user.id, Factor.removed_at.is_(None))
    factors = work.session.scalars(kept).all()
    for factor in factors:
        factor.removed_at = work.now
        work.record(EventKind.FACTOR_REMOVED, factor, factor=factor.kind)
    papers = select(RecoveryCode).where(RecoveryCode.user_id == user.id)
    working = [row for row in work.session.scalars(papers) if row.works]
    for paper in working:
        paper.ended_at = work.now
    if working:
        work.record(EventKind.RECOVERY_RENEWED, user, count=0)
    return len(factors)
