"""What people do with links to a sign-in elsewhere: ask one, confirm one's own, end one.

An administrator says by whom somebody is known at the issuer; the owner of the account confirms it,
which asks the own password, so that neither makes the link alone. Accounts are never made by it.
"""

from uuid import UUID

from sqlalchemy import or_, select

from bureau.elsewhere import mark_of
from bureau.errors import Invalid, NotAllowed, NotFound
from bureau.model import Identity, Organisation, User
from bureau.model.organisation import CONFIRMED, REFUSED
from bureau.operations import _tracks
from bureau.operations._accounts import end
from bureau.operations._checks import said
from bureau.operations._houses import called, colleague, managed
from bureau.operations._ways_in import end_link
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.trust.provider import LONGEST
from bureau.work import Work

TAIL, LEAST = 4, 12  # of an identifier its end is shown, unless that is too much of it


def list_identities(work: Work, user_id: UUID) -> tuple[Identity, ...]:
    """The links of one colleague, the newest first."""
    work.require(Permission.USER_MANAGE)
    user = colleague(work, user_id)
    work.record(EventKind.IDENTITY_LISTED, user)
    return _of(work, user.id)


def list_own(work: Work) -> tuple[Identity, ...]:
    """One's own links, the newest first."""
    work.require(Permission.WORK_READ)
    work.record(EventKind.IDENTITY_LISTED, f"user:{work.actor.id}")
    return _of(work, work.actor.id)


def ask_identity(work: Work, user_id: UUID, issuer: str, subject: str, shown: str) -> Identity:
    """Say by which identifier a colleague is known at the issuer, and what was shown for it.

    It opens nothing before its owner confirms it. Raises Invalid for one that is linked already to
    an account that the asker manages, and says nothing of any other; raises NotAllowed for an
    account of the victim track, which keeps its own door.
    """
    work.require(Permission.USER_MANAGE)
    user = colleague(work, user_id)
    _insist_place(issuer)
    if _tracks.held(work, user):
        raise NotAllowed(
            "An account of the victim track is not linked: an administrator opens it in no way.",
            where={"guard": "victim track"},
            hint="Its owner uses an app or a passkey as a second factor.",
        )
    known = said(subject, "subject", LONGEST)
    row = Identity(
        user=user,
        issuer=issuer,
        asked_mark=_free(work, mark_of(issuer, known)),
        tail=known[-TAIL:] if len(known) >= LEAST else "",
        shown=said(shown, "shown", 300),
        asked_by_id=work.actor.id,
        asked_at=work.now,
    )
    work.session.add(row)
    work.record(EventKind.IDENTITY_ASKED, row, reason=row.shown)
    return row


def link_called(work: Work, login: str, issuer: str, subject: str, shown: str) -> Identity:
    """The same for whoever has this login; raises NotFound for nobody whose account is managed."""
    work.require(Permission.USER_MANAGE)
    return ask_identity(work, called(work, login), issuer, subject, shown)


def answer_own(work: Work, identity_id: UUID, *, confirmed: bool) -> Identity:
    """Confirm a link that an administrator asked for oneself, or refuse it.

    Whoever calls has asked for the own password. Raises NotAllowed, without saying why, where the
    identifier opens an account already.
    """
    work.require(Permission.WORK_READ)
    row = work.session.get(Identity, identity_id)
    if row is None or row.user_id != work.actor.id or not row.waits:
        raise NotFound("There is nothing here that you may see.")
    if confirmed:
        row.mark, row.asked_mark = _unused(work, row.asked_mark), None
        row.state, row.settled_at = CONFIRMED, work.now
    else:
        row.close(REFUSED, work.now)
    kind = EventKind.IDENTITY_CONFIRMED if confirmed else EventKind.IDENTITY_REFUSED
    work.record(kind, row)
    return row


def end_own(work: Work, identity_id: UUID) -> None:
    """End one of one's own links; it opens nothing from now on."""
    work.require(Permission.WORK_READ)
    row = work.session.get(Identity, identity_id)
    if row is None or row.user_id != work.actor.id:
        raise NotFound("There is nothing here that you may see.")
    _end(work, row)


def end_identity(work: Work, user_id: UUID, identity_id: UUID) -> None:
    """End a link of a colleague; every sign-in of that colleague ends with it."""
    work.require(Permission.USER_MANAGE)
    user = colleague(work, user_id)
    row = work.session.get(Identity, identity_id)
    if row is None or row.user_id != user.id:
        raise NotFound("There is nothing here that you may see.")
    _end(work, row)
    ended = end(work, user)
    work.record(EventKind.SIGNED_OUT, user, sessions=ended.sessions, tokens=ended.tokens)


def _free(work: Work, mark: str) -> str:
    """The mark, where no live link of an account that the asker manages bears it."""
    query = (
        select(Identity.id)
        .join(User, User.id == Identity.user_id)
        .join(Organisation, Organisation.id == User.organisation_id)
        .where(managed(work), or_(Identity.mark == mark, Identity.asked_mark == mark))
    )
    if work.session.scalar(query.limit(1)):
        raise Invalid(
            "This identifier is linked already.",
            where={"field": "subject"},
            hint="End the other link first, and look whose it is.",
        )
    return mark


def _unused(work: Work, mark: str | None) -> str | None:
    """The mark, where it opens no account, of whichever house."""
    if work.session.scalar(select(Identity.id).where(Identity.mark == mark)):
        raise NotAllowed(
            "This link cannot be confirmed now.",
            where={"guard": "one account"},
            hint="Refuse it, and ask your administrator which identifier is yours.",
        )
    return mark


def _end(work: Work, row: Identity) -> None:
    if not row.live:
        raise NotFound("There is nothing here that you may see.")
    end_link(work, row)


def _insist_place(issuer: str) -> None:
    if not issuer:
        raise NotAllowed(
            "This house takes no sign-ins elsewhere.",
            where={"setting": "BUREAU_OIDC_ISSUER"},
            hint="Set it up first; the README says how.",
        )


def _of(work: Work, user_id: UUID) -> tuple[Identity, ...]:
    query = select(Identity).where(Identity.user_id == user_id)
    return tuple(work.session.scalars(query.order_by(Identity.asked_at.desc(), Identity.id)))
