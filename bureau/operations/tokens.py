"""What people do with their own tokens: make one for a program, look at them, take one back."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid, NotAllowed, NotFound
from bureau.model import Token
from bureau.model.base import token
from bureau.model.token import digest_of
from bureau.operations._checks import said
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.work import Work

PREFIX = "bureau_"  # so that a secret which ends up in a file or a log can be found there
LONGEST_DAYS = 90
MOST_LIVE = 20
SHORTEST_PURPOSE, LONGEST_PURPOSE = 10, 200


@dataclass(frozen=True, slots=True)
class TokenLine:
    """One of one's own tokens; the secret is not among what is known of it."""

    id: UUID
    purpose: str
    issued_at: datetime
    expires_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None
    usable: bool


@dataclass(frozen=True, slots=True)
class Issued:
    """A new token, with the secret that is shown this once."""

    line: TokenLine
    secret: str


def list_tokens(work: Work) -> tuple[TokenLine, ...]:
    """One's own tokens, newest first, the spent ones included."""
    work.require(Permission.WORK_READ)
    rows = select(Token).where(Token.user_id == work.actor.id)
    found = list(work.session.scalars(rows.order_by(Token.issued_at.desc(), Token.id)))
    work.record(EventKind.TOKEN_LISTED, f"user:{work.actor.id}", shown=len(found))
    return tuple(_line(work, row) for row in found)


def issue_token(work: Work, purpose: str, days: int) -> Issued:
    """A token for one purpose and 1 to 90 days; it acts with the rights its owner has by then.

    Raises Invalid for a purpose that says nothing, and NotAllowed with too many in use.
    """
    work.require(Permission.WORK_READ)
    why = _purpose(purpose)
    if not 1 <= days <= LONGEST_DAYS:
        raise Invalid(
            "A token lasts between 1 and {most} days.",
            where={"field": "days"},
            hint="Make a new token when this one runs out.",
            most=LONGEST_DAYS,
        )
    _not_too_many(work)
    secret = PREFIX + token()
    row = Token(
        digest=digest_of(secret),
        user_id=work.actor.id,
        organisation_id=work.actor.organisation_id,
        purpose=why,
        issued_at=work.now,
        expires_at=work.now + timedelta(days=days),
    )
    work.session.add(row)
    work.record(EventKind.TOKEN_ISSUED, row, days=days)
    return Issued(_line(work, row), secret)


def revoke_token(work: Work, token_id: UUID) -> TokenLine:
    """Take back one of one's own tokens; it is refused from the next request on."""
    work.require(Permission.WORK_READ)
    row = work.session.get(Token, token_id)
    if row is None or row.user_id != work.actor.id:
        raise NotFound("There is nothing here that you may see.")
    if row.revoked_at is None:
        row.revoked_at = work.now
    work.record(EventKind.TOKEN_REVOKED, row)
    return _line(work, row)


def _purpose(purpose: str) -> str:
    why = said(purpose, "purpose", LONGEST_PURPOSE)
    if len(why) < SHORTEST_PURPOSE:
        raise Invalid(
            "A purpose of fewer than {least} characters says too little.",
            where={"field": "purpose"},
            hint="Say which program reads or writes what, and what for.",
            least=SHORTEST_PURPOSE,
        )
    return why


def _not_too_many(work: Work) -> None:
    rows = select(Token).where(Token.user_id == work.actor.id)
    if sum(row.usable(work.now) for row in work.session.scalars(rows)) >= MOST_LIVE:
        raise NotAllowed(
            "You have {most} tokens in use already.",
            where={"guard": "tokens in use"},
            hint="Revoke the ones that are no longer needed.",
            most=MOST_LIVE,
        )


def _line(work: Work, row: Token) -> TokenLine:
    # A row that was not read back yet has no owner beside it; its owner is whoever works here.
    live = row.revoked_at is None and work.now < row.expires_at
    here = row.organisation_id == work.actor.organisation_id
    return TokenLine(
        id=row.id,
        purpose=row.purpose,
        issued_at=row.issued_at,
        expires_at=row.expires_at,
        used_at=row.used_at,
        revoked_at=row.revoked_at,
        usable=live and here,
    )
