"""What people do with their own second factors: look at them, add one, remove one, renew paper."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid, NotAllowed, NotFound
from bureau.model import Factor, RecoveryCode, Session, User
from bureau.model.base import short_code
from bureau.model.factor import CODES
from bureau.operations._checks import said
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.trust import codes
from bureau.work import Work

PAPER_CODES, PAPER_LENGTH = 10, 10
MOST_FACTORS = 10


@dataclass(frozen=True, slots=True)
class OwnFactors:
    """One's own second factors, and how many codes on paper are left."""

    factors: tuple[Factor, ...]
    paper: int


@dataclass(frozen=True, slots=True)
class NewApp:
    """An app that is not confirmed yet, with the secret that is shown this once."""

    factor_id: UUID
    secret: str
    address: str


def list_factors(work: Work) -> OwnFactors:
    """One's own second factors that work, oldest first."""
    work.require(Permission.WORK_READ)
    work.record(EventKind.FACTOR_LISTED, f"user:{work.actor.id}")
    return OwnFactors(_working(work), sum(row.works for row in _paper(work)))


def begin_app(work: Work, name: str) -> NewApp:
    """A secret for an app; nothing is asked of it until a code of it was shown."""
    work.require(Permission.WORK_READ)
    insist_room(work)
    for row in _all(work):
        if row.confirmed_at is None and row.removed_at is None:
            row.removed_at = work.now  # the one before it was not finished
    secret = codes.new_secret()
    row = Factor(
        secret=secret.encode(),
        user_id=work.actor.id,
        kind=CODES,
        name=said(name, "name", 80),
        made_at=work.now,
    )
    work.session.add(row)
    work.record(EventKind.FACTOR_BEGUN, row, factor=CODES)
    login = work.session.get_one(User, work.actor.id).login
    return NewApp(row.id, secret, codes.address(secret, login))


def confirm_app(work: Work, factor_id: UUID, code: str) -> tuple[str, ...]:
    """Let an app count from now on; the codes on paper that come with the first factor.

    Raises Invalid for a code that is not the app's.
    """
    work.require(Permission.WORK_READ)
    row = own(work, factor_id)
    step = codes.step_of(row.secret.decode(), code, work.now.timestamp(), row.count)
    if row.confirmed_at is not None or step is None:
        raise Invalid(
            "That is not a code of this app now.",
            where={"field": "code"},
            hint="Look whether the clock of your telephone is right, and type the next code.",
        )
    row.count, row.used_at = step, work.now
    return admit(work, row)


def admit(work: Work, row: Factor) -> tuple[str, ...]:
    """Let a factor count from now on, this sign-in included; new codes on paper with the first."""
    work.require(Permission.WORK_READ)
    first = not _working(work)
    row.confirmed_at = work.now
    here = work.session.get(Session, work.actor.session_id) if work.actor.session_id else None
    if here is not None:
        here.strength = row.kind
    work.record(EventKind.FACTOR_ADDED, row, factor=row.kind)
    return _renewed(work) if first else ()


def renew_paper(work: Work) -> tuple[str, ...]:
    """New codes on paper; the old ones are worth nothing from now on."""
    work.require(Permission.WORK_READ)
    if not _working(work):
        raise NotAllowed(
            "Codes on paper stand in for a second factor, and you have none.",
            where={"guard": "second factor"},
            hint="Add an app or a passkey first.",
        )
    return _renewed(work)


def remove_factor(work: Work, factor_id: UUID) -> None:
    """Take one of one's own factors away; with the last one the codes on paper go too."""
    work.require(Permission.WORK_READ)
    row = own(work, factor_id)
    row.removed_at = work.now
    work.record(EventKind.FACTOR_REMOVED, row, factor=row.kind)
    if not _working(work):
        _end_paper(work)
        work.record(EventKind.RECOVERY_RENEWED, f"user:{work.actor.id}", count=0)


def rename_factor(work: Work, factor_id: UUID, name: str) -> Factor:
    """Give one of one's own factors another name, by which one knows it again."""
    work.require(Permission.WORK_READ)
    row = own(work, factor_id)
    row.name = said(name, "name", 80)
    work.record(EventKind.FACTOR_RENAMED, row, factor=row.kind)
    return row


def own(work: Work, factor_id: UUID) -> Factor:
    """One of one's own factors; that of somebody else does not exist."""
    work.require(Permission.WORK_READ)
    row = work.session.get(Factor, factor_id)
    if row is None or row.user_id != work.actor.id or row.removed_at is not None:
        raise NotFound("There is nothing here that you may see.")
    work.record(EventKind.FACTOR_LISTED, row)
    return row


def insist_room(work: Work) -> None:
    """Stop at more factors than anybody uses."""
    work.require(Permission.WORK_READ)
    work.record(EventKind.FACTOR_LISTED, f"user:{work.actor.id}")
    if len(_working(work)) >= MOST_FACTORS:
        raise NotAllowed(
            "You have {most} second factors already.",
            where={"guard": "second factor"},
            hint="Remove one that you do not use any more.",
            most=MOST_FACTORS,
        )


def _renewed(work: Work) -> tuple[str, ...]:
    _end_paper(work)
    made = tuple(short_code(PAPER_LENGTH) for _ in range(PAPER_CODES))
    me = work.actor.id
    work.session.add_all(
        RecoveryCode(user_id=me, mark=codes.paper_mark(me.hex, code), made_at=work.now)
        for code in made
    )
    work.record(EventKind.RECOVERY_RENEWED, f"user:{me}", count=len(made))
    return made


def _end_paper(work: Work) -> None:
    for row in _paper(work):
        if row.works:
            row.ended_at = work.now


def _paper(work: Work) -> list[RecoveryCode]:
    query = select(RecoveryCode).where(RecoveryCode.user_id == work.actor.id)
    return list(work.session.scalars(query))


def _working(work: Work) -> tuple[Factor, ...]:
    return tuple(row for row in _all(work) if row.works)


def _all(work: Work) -> list[Factor]:
    query = select(Factor).where(Factor.user_id == work.actor.id)
    return list(work.session.scalars(query.order_by(Factor.made_at, Factor.id)))
