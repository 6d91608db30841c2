"""Coming in as an applicant: by the secret of a link, with a code beside it where one was made.

A visit is a row here and the browser holds only its secret, so that revoking the link shuts the
form on the next request. Nobody who comes in this way is a person of the house.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session, sessionmaker

from bureau import keys
from bureau.actors import Actor
from bureau.entry import SEEN_EVERY, Limits, reading
from bureau.model import ApplicantLink, ApplicantVisit, Outcome, Screening
from bureau.model.base import new_id, token
from bureau.model.token import digest_of
from bureau.policy import POLICY_VERSION
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Language
from bureau.trust import trail
from bureau.trust.latch import LOCKED_FOR
from bureau.trust.leaf import Line

VIA = "applicant link"
PURPOSE = "filling in one's own form"
CODE_DIGITS = 6
MOST_WRONG, MOST_WRONG_IN_ALL = 5, 20


@dataclass(frozen=True, slots=True)
class Applicant:
    """Who fills in a form through a link; until the code is shown there is nothing to see."""

    actor: Actor
    language: Language
    until: date
    confirmed: bool


def code_mark(link_id: object, code: str) -> str:
    """What is kept of the code of a link."""
    return keys.blind(f"{link_id}:{code}", "applicant_link.code")


def usable(store: Session, link: ApplicantLink, now: datetime) -> bool:
    """Whether a link opens the form now: only while whoever it was for is still who applied."""
    applied = select(Screening.applicant_id).where(Screening.case_id == link.case_id)
    return link.usable(now) and store.scalar(applied) == link.applicant_id


def open_link(
    factory: sessionmaker[Session], secret: str, now: datetime, limits: Limits
) -> str | None:
    """The secret of a new visit through the link; None for one that opens nothing, whatever why."""
    with factory() as store, trail.watch(store).begin():
        link = store.scalar(select(ApplicantLink).where(ApplicantLink.digest == digest_of(secret)))
        if link is None or not usable(store, link, now):
            return None
        visit = token()
        row = ApplicantVisit(
            digest=digest_of(visit),
            link=link,
            opened_at=now,
            seen_at=now,
            expires_at=now + limits.longest,
            confirmed_at=None if link.code_mark else now,
        )
        link.used_at = now
        store.add(row)
        store.flush()
        trail.say(store, _line(row, now, EventKind.LINK_OPENED, Outcome.DONE))
        return visit


def applicant(
    factory: sessionmaker[Session], secret: str, now: datetime, limits: Limits
) -> Applicant | None:
    """Who holds the secret of this visit; None once it ended or its link opens nothing more."""
    with reading(factory) as store:
        row = _visit(store, secret, now)
        if row is None or now - row.seen_at >= limits.idle:
            return None
        link = row.link
        actor = Actor(
            id=link.id,
            organisation_id=link.case.organisation_id,
            roles=frozenset(),
            session_id=row.id,
            form_of=link.case_id,
        )
        found = Applicant(actor, link.language, link.expires_on, row.confirmed_at is not None)
        key, stale = row.id, now - row.seen_at >= SEEN_EVERY
    if stale:
        with factory.begin() as store:
            store.execute(
                update(ApplicantVisit).where(ApplicantVisit.id == key).values(seen_at=now)
            )
    return found


def confirm(factory: sessionmaker[Session], secret: str, code: str, now: datetime) -> bool:
    """Whether `code` belongs to the link of this visit.

    Five wrong codes shut it for a quarter of an hour, twenty in all end the link.
    """
    with factory() as store, trail.watch(store).begin():
        row = _visit(store, secret, now)
        if row is None:
            return False
        # Who tries at the same moment waits: no try is lost from the count.
        link = store.get_one(ApplicantLink, row.link_id, with_for_update={"of": ApplicantLink})
        shut = link.shut_until is not None and now < link.shut_until
        if not shut and link.code_mark == code_mark(link.id, code.replace(" ", "")):
            row.confirmed_at, link.wrong_codes = now, 0
            trail.say(store, _line(row, now, EventKind.LINK_OPENED, Outcome.DONE, code=True))
            return True
        if not shut:
            _count_wrong(link, now)
        trail.say(store, _line(row, now, EventKind.LINK_REFUSED, Outcome.REFUSED))
        return False


def leave(factory: sessionmaker[Session], secret: str, now: datetime) -> None:
    """End this visit; a copy of its cookie is worthless from now on."""
    with factory() as store, trail.watch(store).begin():
        row = _visit(store, secret, now)
        if row is not None:
            row.ended_at = now
            trail.say(store, _line(row, now, EventKind.LINK_LEFT, Outcome.DONE))


def _count_wrong(link: ApplicantLink, now: datetime) -> None:
    link.wrong_codes += 1
    if link.wrong_codes % MOST_WRONG == 0:
        link.shut_until = now + LOCKED_FOR
    if link.wrong_codes >= MOST_WRONG_IN_ALL:
        link.revoked_at = now


def _visit(store: Session, secret: str, now: datetime) -> ApplicantVisit | None:
    query = select(ApplicantVisit).where(ApplicantVisit.digest == digest_of(secret))
    row = store.scalar(query)
    if row is None or row.ended_at is not None or now >= row.expires_at:
        return None
    return row if usable(store, row.link, now) else None


def _line(
    row: ApplicantVisit, now: datetime, kind: EventKind, outcome: Outcome, **facts: object
) -> Line:
    link = row.link
    return Line(
        at=now,
        kind=kind,
        outcome=outcome,
        subject=trail.name(link),
        scope=trail.scope(link),
        purpose=PURPOSE,
        actor_id=link.id,
        organisation_id=link.case.organisation_id,
        session_id=row.id,
        request_id=new_id().hex,
        policy=POLICY_VERSION,
        facts={"via": VIA, **facts},
    )
