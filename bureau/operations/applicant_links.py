"""The private link of an applicant: made, shown once, taken back at once."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid
from bureau.model import ApplicantLink, Case, Questionnaire
from bureau.model.base import new_id, token
from bureau.model.token import digest_of
from bureau.operations import _procedure
from bureau.operations._checks import not_before
from bureau.policy import Permission
from bureau.rules.deadlines import usual_end
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Language
from bureau.visiting import CODE_DIGITS, code_mark, usable
from bureau.work import Work

LONGEST_DAYS = 120


@dataclass(frozen=True, slots=True)
class LinkLine:
    """One link of a case; neither its secret nor its code is among what is known of it."""

    id: UUID
    applicant: str
    language: Language
    opens_on: date
    expires_on: date
    with_code: bool
    issued_by: str
    issued_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None
    usable: bool


@dataclass(frozen=True, slots=True)
class IssuedLink:
    """A new link: the secret of its address and the code to hand over apart, shown this once."""

    line: LinkLine
    secret: str
    code: str


def list_links(work: Work, case_id: UUID) -> tuple[LinkLine, ...]:
    """The links of a case, newest first, those that are over included."""
    case = work.case(case_id, Permission.NETWORK_READ)
    found = tuple(_line(work, row) for row in _rows(work, case))
    work.record(EventKind.LINK_LISTED, case, shown=len(found))
    return found


def issue_link(
    work: Work,
    case_id: UUID,
    *,
    language: Language = Language.NL,
    opens_on: date | None = None,
    expires_on: date | None = None,
    with_code: bool = True,
) -> IssuedLink:
    """A new link for the person concerned; the one before it ends.

    Without `expires_on` it lasts until the form is due, or the usual term for it. Raises
    NotAllowed while nobody is recorded as the person concerned, Invalid for a day that cannot be.
    """
    case = work.case(case_id, Permission.CASE_STEP)
    applicant_id = _procedure.addressed(work, case).applicant_id
    first = not_before(opens_on or work.today, "opens_on", work.today)
    _end_others(work, case)
    secret, code, key = token(), _code() if with_code else "", new_id()
    row = ApplicantLink(
        id=key,
        digest=digest_of(secret),
        case_id=case.id,
        applicant_id=applicant_id,
        language=Language(language),
        opens_on=first,
        expires_on=_last(work, case, first, expires_on),
        code_mark=code_mark(key, code) if code else None,
    )
    return IssuedLink(_kept(work, row), secret, code)


def _kept(work: Work, row: ApplicantLink) -> LinkLine:
    row.issued_by_id, row.issued_at = work.actor.id, work.now
    work.session.add(row)
    last = row.expires_on.isoformat()
    work.record(EventKind.LINK_ISSUED, row, expires_on=last, code=bool(row.code_mark))
    work.session.refresh(row)
    return _line(work, row)


def _code() -> str:
    return f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"


def revoke_link(work: Work, case_id: UUID, link_id: UUID) -> None:
    """Take a link back; it and every visit through it end with this request."""
    case = work.case(case_id, Permission.CASE_STEP)
    row = work.within(ApplicantLink, link_id, case)
    row.revoked_at = row.revoked_at or work.now
    work.record(EventKind.LINK_REVOKED, row)


def _end_others(work: Work, case: Case) -> None:
    for before in _rows(work, case):
        before.revoked_at = before.revoked_at or work.now


def _rows(work: Work, case: Case) -> list[ApplicantLink]:
    query = select(ApplicantLink).where(ApplicantLink.case_id == case.id)
    return list(work.session.scalars(query.order_by(ApplicantLink.issued_at.desc())))


def _last(work: Work, case: Case, first: date, asked: date | None) -> date:
    query = select(Questionnaire).where(Questionnaire.case_id == case.id)
    form = work.session.scalars(query.order_by(Questionnaire.round.desc())).first()
    due = form.due_on if form and form.returned_on is None else first
    last = asked or max(due, usual_end("DL02", first))
    if last > first + timedelta(days=LONGEST_DAYS):
        raise Invalid(
            "A link lasts at most {most} days.",
            where={"field": "expires_on"},
            hint="Make a new link when this one runs out.",
            most=LONGEST_DAYS,
        )
    return not_before(last, "expires_on", first)


def _line(work: Work, row: ApplicantLink) -> LinkLine:
    return LinkLine(
        id=row.id,
        applicant=row.applicant.label,
        language=row.language,
        opens_on=row.opens_on,
        expires_on=row.expires_on,
        with_code=row.code_mark is not None,
        issued_by=row.issued_by.name,
        issued_at=row.issued_at,
        used_at=row.used_at,
        revoked_at=row.revoked_at,
        usable=usable(work.session, row, work.now),
    )
