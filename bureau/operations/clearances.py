"""What people do with dates of admission: record, renew, withdraw, and see them end."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from bureau.errors import Invalid, NotAllowed, NotFound
from bureau.model import Clearance, Organisation, User, UserRole
from bureau.model.organisation import role_holds
from bureau.operations import _tracks
from bureau.operations._accounts import shown
from bureau.operations._checks import one_of, past, said
from bureau.operations._houses import colleague, managed
from bureau.policy import Permission
from bureau.rules import clearances
from bureau.rules.clearances import ClearanceKind
from bureau.rules.events import EventKind
from bureau.rules.tables import Texts
from bureau.rules.vocabulary import Role
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class Standing:
    """One thing that is needed, and the last day on which it holds; none when it never did."""

    kind: ClearanceKind
    until_on: date | None
    holds: bool


@dataclass(frozen=True, slots=True)
class Dates:
    """What one person has to show, how each stands, all that was recorded, and whom to ask."""

    user: User
    standings: tuple[Standing, ...]
    rows: tuple[Clearance, ...]
    ask: tuple[str, ...] = ()

    @property
    def lacking(self) -> tuple[Standing, ...]:
        """What is missing or ran out."""
        return tuple(row for row in self.standings if not row.holds)

    def name(self, code: str) -> Texts:
        """What this is called; as the table calls it last when it is no longer needed."""
        return [row for row in clearances.clearances() if row.code == code][-1].name


@dataclass(frozen=True, slots=True)
class Ending:
    """A date of admission that ends soon, ran out or was never recorded."""

    user_id: UUID
    name: str
    organisation: str
    kind: ClearanceKind
    until_on: date | None
    own: bool


def read_dates(work: Work, user_id: UUID) -> Dates:
    """The dates of admission of one person whose account the actor manages."""
    work.require(Permission.ACCOUNT_OPEN)
    user = colleague(work, user_id)
    _tracks.insist_known(work, user)
    work.record(EventKind.CLEARANCE_LISTED, user)
    return _dates(user, work.today)


def read_own(work: Work) -> Dates:
    """One's own dates of admission, with those who record them."""
    work.require(Permission.WORK_READ)
    user = work.session.get_one(User, work.actor.id)
    work.record(EventKind.CLEARANCE_LISTED, user)
    found = _dates(user, work.today)
    return Dates(user, found.standings, found.rows, _askable(work, user))


def record_date(
    work: Work,
    user_id: UUID,
    kind: str,
    given_on: date | None,
    until_on: date | None,
    source: str,
) -> Clearance:
    """Keep that something was shown for a person; it renews what was there.

    It holds as long as the row of the table says; an earlier last day may be given, a later not.
    For an account of the victim track only the lead of that track does it.
    """
    work.require(Permission.ACCOUNT_OPEN)
    user = colleague(work, user_id)
    _tracks.insist_opener(work, user)
    one_of(kind, "kind", _codes(user, work.today))
    given = past(work, given_on, "given_on")
    row = shown(work, user, kind, given, _until(kind, given, until_on), source)
    told = {"given_on": row.given_on, "until_on": row.until_on}
    work.record(EventKind.CLEARANCE_RECORDED, row, user=user.login, clearance=kind, **told)
    return row


def record_called(
    work: Work,
    login: str,
    kind: str,
    given_on: date | None,
    until_on: date | None,
    source: str,
) -> Clearance:
    """The same for whoever has this login; raises NotFound for nobody whose account is managed."""
    work.require(Permission.ACCOUNT_OPEN)
    query = (
        select(User.id)
        .join(Organisation, Organisation.id == User.organisation_id)
        .where(User.login == login, managed(work))
    )
    found = work.session.scalar(query)
    if found is None:
        raise NotFound(
            "There is no account {login} that you manage.",
            hint="Look up the login with bureau user list.",
            login=login,
        )
    work.record(EventKind.USER_LISTED, f"user:{found}")
    return record_date(work, found, kind, given_on, until_on, source)


def withdraw_date(
    work: Work, user_id: UUID, clearance_id: UUID, version: int, reason: str
) -> Clearance:
    """Take back what should not hold, with the reason; the row stays and the account may close."""
    work.require(Permission.ACCOUNT_OPEN)
    user = colleague(work, user_id)
    _tracks.insist_known(work, user)
    row = work.session.get(Clearance, clearance_id)
    if row is None or row.user_id != user.id:
        raise NotFound("There is nothing here that you may see.")
    work.expect(row, version, {})
    if row.withdrawn_at is not None:
        raise NotAllowed(
            "This date was withdrawn before.", hint="Record the new one; the old one stays to see."
        )
    row.withdrawn_reason = said(reason, "reason", 500)
    row.withdrawn_at, row.withdrawn_by_id = work.now, work.actor.id
    work.record(EventKind.CLEARANCE_WITHDRAWN, row, user=user.login, clearance=row.kind)
    return row


def ending(work: Work) -> tuple[Ending, ...]:
    """The dates that end soon or do not hold: one's own, and those of whom one manages."""
    work.require(Permission.WORK_READ)
    query = (
        select(User)
        .join(Organisation, Organisation.id == User.organisation_id)
        .options(joinedload(User.clearances))
        .where(User.active)
    )
    mine = managed(work) if work.may(Permission.USER_MANAGE) else User.id == work.actor.id
    people = work.session.scalars(query.where(mine).order_by(User.name)).unique().all()
    found = [line for user in people for line in _ending(user, work)]
    work.record(EventKind.CLEARANCE_LISTED, "clearance:*", shown=len(found))
    return tuple(sorted(found, key=lambda line: (line.until_on or date.min, line.name)))


def _ending(user: User, work: Work) -> Iterable[Ending]:
    for row in _dates(user, work.today).standings:
        ahead = work.today + timedelta(days=row.kind.ahead)
        if row.until_on is None or row.until_on <= ahead:
            yield Ending(
                user_id=user.id,
                name=user.name,
                organisation=user.organisation.name,
                kind=row.kind,
                until_on=row.until_on,
                own=user.id == work.actor.id,
            )


def _dates(user: User, today: date) -> Dates:
    standings = []
    for kind in clearances.needed(user.organisation.kind, today):
        rows = [row for row in user.clearances if row.kind == kind.code and not row.withdrawn_at]
        last = max((row.until_on for row in rows), default=None)
        standings.append(Standing(kind, last, any(row.holds(today) for row in rows)))
    newest = sorted(user.clearances, key=lambda row: row.recorded_at, reverse=True)
    return Dates(user, tuple(standings), tuple(newest))


def _codes(user: User, today: date) -> tuple[str, ...]:
    kinds = clearances.needed(user.organisation.kind, today)
    if not kinds:
        raise NotAllowed(
            "An account of {organisation} needs no dates of admission.",
            where={"basis": "BGS 1.11"},
            hint="Only people of partners need them; the house keeps those of its own staff.",
            organisation=user.organisation.name,
        )
    return tuple(row.code for row in kinds)


def _until(kind: str, given: date, until: date | None) -> date:
    last = clearances.last_day(kind, given)
    if until is not None and not given <= until <= last:
        raise Invalid(
            "It holds from {given} until {last} at the latest.",
            where={"field": "until_on", "basis": clearances.clearances().row(kind, given).basis},
            hint="Give an earlier last day, or leave it out.",
            given=given.isoformat(),
            last=last.isoformat(),
        )
    return until or last


def _askable(work: Work, user: User) -> tuple[str, ...]:
    """Who records these dates, by name: administrators, for the victim track its leads."""
    body = user.organisation
    house = body.house_id or body.id
    role = Role.CARE_LEAD if _tracks.held(work, user) else Role.ADMIN
    query = (
        select(User.name)
        .join(UserRole, UserRole.user_id == User.id)
        .join(Organisation, Organisation.id == User.organisation_id)
        .where(or_(Organisation.id == house, Organisation.house_id == house))
        .where(User.active, UserRole.role == role, role_holds(work.today), User.id != user.id)
        .order_by(User.name)
    )
    return tuple(work.session.scalars(query))
