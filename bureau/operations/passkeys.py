"""Making a passkey of one's own."""

from sqlalchemy import select

from bureau import opening
from bureau.errors import Invalid
from bureau.model import Factor, User
from bureau.model.factor import PASSKEY
from bureau.operations import factors
from bureau.operations._checks import said
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.trust import passkeys
from bureau.trust.passkeys import Site
from bureau.work import Work


def begin_passkey(work: Work, site: Site) -> str:
    """What a browser needs to make a passkey, as JSON; whoever calls asked who it is."""
    work.require(Permission.WORK_READ)
    factors.insist_room(work)
    challenge = opening.new_challenge(work.session, opening.MAKE, work.actor.session_id, work.now)
    user = work.session.get_one(User, work.actor.id)
    had = [row.credential for row in _own(work) if row.credential]
    work.record(EventKind.FACTOR_BEGUN, user, factor=PASSKEY)
    return passkeys.making(site, user.id.bytes, user.login, had, challenge)


def add_passkey(work: Work, site: Site, answer: str, name: str) -> tuple[str, ...]:
    """Keep what the browser made; the codes on paper that come with the first factor.

    Raises Invalid for an answer to something that was not asked here, or not of this house.
    """
    work.require(Permission.WORK_READ)
    found = passkeys.answered(answer)
    challenge = passkeys.challenge_in(found)
    where = (opening.MAKE, work.actor.session_id)
    if not opening.taken(work.session, challenge, *where, work.now):
        raise Invalid(
            "This passkey was asked too long ago, or was kept already.",
            hint="Begin again.",
        )
    made = passkeys.made(site, found, challenge)
    row = Factor(
        user_id=work.actor.id,
        kind=PASSKEY,
        name=said(name, "name", 80),
        credential=made.credential,
        public_key=made.public_key,
        count=made.count,
        made_at=work.now,
    )
    work.session.add(row)
    work.record(EventKind.FACTOR_BEGUN, row, factor=PASSKEY)
    return factors.admit(work, row)


def _own(work: Work) -> list[Factor]:
    return [row for row in _all(work) if row.kind == PASSKEY and row.works]


def _all(work: Work) -> list[Factor]:
    query = select(Factor).where(Factor.user_id == work.actor.id)
    return list(work.session.scalars(query))
