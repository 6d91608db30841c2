"""What the lead of the victim track does: say who helps, withdraw it for cause, open accounts."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid, NotAllowed
from bureau.model import Organisation, User, UserRole
from bureau.operations import _tracks
from bureau.operations._accounts import added, begin_anew, begin_with, end, keeps_own, shown
from bureau.operations._checks import one_of, said
from bureau.operations._houses import body_called, called, colleague, managed
from bureau.operations._ways_in import end_ways
from bureau.policy import Permission
from bureau.rules import clearances, partners
from bureau.rules.duties import givers, insist_apart, is_sensitive
from bureau.rules.events import EventKind
from bureau.rules.partners import partner_roles
from bureau.rules.vocabulary import Role
from bureau.work import Work

FOUNDED = frozenset((Role.CARE, Role.CARE_LEAD))


@dataclass(frozen=True, slots=True)
class TrackAccount:
    """One account of the victim track: its roles, those it could get, and what is missing."""

    user: User
    roles: tuple[Role, ...]
    others: tuple[Role, ...]
    opens: bool
    own: bool


def list_helpers(work: Work) -> tuple[TrackAccount, ...]:
    """Everybody in the house with a role of the victim track, closed accounts too."""
    work.require(Permission.CARE_MANAGE)
    found = tuple(_account(work, user) for user in _holders(work))
    work.record(EventKind.ROLE_LISTED, f"organisation:{work.actor.organisation_id}", track="victim")
    return found


def list_bodies(work: Work) -> tuple[Organisation, ...]:
    """The organisations of the house that may have accounts of the victim track."""
    work.require(Permission.CARE_MANAGE)
    work.record(EventKind.ORGANISATION_LISTED, f"organisation:{work.actor.organisation_id}")
    rows = work.session.scalars(select(Organisation).where(managed(work)))
    fit = (row for row in rows if _fitting(row.kind, work.today))
    return tuple(sorted(fit, key=lambda row: row.name.casefold()))


def read_helper(work: Work, user_id: UUID) -> TrackAccount:
    """One account of the victim track."""
    work.require(Permission.CARE_MANAGE)
    user = _known(work, user_id)
    work.record(EventKind.ROLE_LISTED, user)
    return _account(work, user)


def give_role(work: Work, login: str, role: str, reason: str, first: str) -> datetime | None:
    """Give somebody of the house, by login, a role of the victim track.

    An account that held none until now begins anew: the first password of which `first` is the
    digest takes the place of the one that somebody else may know, and every sign-in, token, link to
    a sign-in elsewhere and second factor ends; until when it opens is returned. One that helped in
    a file before keeps its own password, or whoever gives the role would read that file. NotFound
    says the same of all.
    """
    work.require(Permission.CARE_MANAGE)
    chosen = Role(one_of(role, "role", tuple(sorted(_roles(work.today)))))
    user = colleague(work, called(work, login))
    partners.insist_roles(user.organisation.kind, (chosen,), work.today)
    known = user.held(work.today)
    insist_apart(known | {chosen}, work.today)
    if chosen in known:
        raise Invalid("This account holds that role already.", where={"field": "role"})
    new = not _tracks.held(work, user)
    anew = new and not keeps_own(work, user)
    if new:
        end(work, user)
        end_ways(work, user)
    if anew:
        begin_with(work, user, first)
    user.hold(chosen)
    why = said(reason, "reason", 500)
    work.record(EventKind.ROLE_GIVEN, user, role=chosen, reason=why, password=anew)
    return user.password_until if anew else None


def withdraw_role(work: Work, user_id: UUID, version: int, role: str, reason: str) -> User:
    """Withdraw a role of the victim track for a stated cause; every sign-in ends with it."""
    work.require(Permission.CARE_MANAGE)
    user = _known(work, user_id)
    work.expect(user, version, {})
    gone = Role(one_of(role, "role", tuple(sorted(_tracks.held(work, user)))))
    why = said(reason, "reason", 500)
    user.roles = [row for row in user.roles if row.role is not gone]
    ended = end(work, user)
    work.record(EventKind.ROLE_WITHDRAWN, user, role=gone, reason=why, sessions=ended.sessions)
    return user


def open_account(
    work: Work, user_id: UUID, version: int, screened_until: date | None, reason: str
) -> User:
    """Open an account of the victim track that was closed, or let its screening last longer."""
    work.require(Permission.CARE_MANAGE)
    user = _known(work, user_id)
    work.expect(user, version, {"active": True, "screened_until": screened_until})
    user.active, user.screened_until = True, screened_until
    why = said(reason, "reason", 500)
    work.record(
        EventKind.USER_CHANGED, user, active=True, screened_until=screened_until, reason=why
    )
    return user


@dataclass(frozen=True, slots=True)
class Founding:
    """Who becomes the first lead, beside whom, and what was shown for the dates of admission.

    The first password is left out where the account holds a role of the victim track already.
    """

    login: str
    name: str
    organisation: str
    witness: str
    shown: str
    password: str = ""


def found_lead(work: Work, founding: Founding) -> User:
    """Give the victim track its first lead: an administrator and a witness do it together.

    Raises NotAllowed while there is a lead who can act: from then on that lead says who helps.
    The trail names the act and the three people, and nothing of any file.
    """
    work.require(Permission.USER_MANAGE)
    _insist_without(work)
    second = _witness(work, founding)
    body = body_called(work, founding.organisation)
    partners.insist_roles(body.kind, FOUNDED, work.today)
    query = select(User).where(User.login == founding.login, User.organisation_id == body.id)
    user = work.session.scalar(query) or added(work, body, founding.login, founding.name)
    known = user.held(work.today)
    insist_apart(known | FOUNDED, work.today)
    if not known & FOUNDED:
        begin_anew(work, user, founding.password)
        end_ways(work, user)
    user.active = True
    for role in sorted(FOUNDED):
        user.hold(role)
    for kind in user.lacking(work.today):
        last = clearances.last_day(kind, work.today)
        shown(work, user, kind, work.today, last, founding.shown)
    told = {"roles": sorted(FOUNDED), "witness": second.id, "organisation": body.code}
    work.record(EventKind.ROLE_FOUNDED, user, **told)
    return user


def _insist_without(work: Work) -> None:
    leads = (user for user in _holders(work) if Role.CARE_LEAD in _tracks.held(work, user))
    if any(user.opens(work.today) for user in leads):
        raise NotAllowed(
            "The victim track has a lead; nobody else gives its roles.",
            where={"guard": "victim track"},
            hint="Ask that lead, who can appoint another under Roles of support.",
        )


def _witness(work: Work, founding: Founding) -> User:
    """Who stands beside the administrator: another person, whose role took two people as well."""
    query = select(User).join(Organisation, Organisation.id == User.organisation_id)
    user = work.session.scalar(query.where(User.login == founding.witness, managed(work)))
    weighty = user and {
        role
        for role in user.held(work.today)
        if role is not Role.ADMIN and is_sensitive(role, work.today)
    }
    same = founding.witness == founding.login
    if user is None or not weighty or same or not user.opens(work.today):
        raise NotAllowed(
            "{witness} cannot witness this.",
            where={"option": "--witness", "guard": "two people"},
            hint="Ask a decision maker, an auditor or a second reader of the house: a person whose"
            " role is not an administrator's to give alone.",
            witness=founding.witness[:80],
        )
    return user


def _holders(work: Work) -> list[User]:
    query = (
        select(User)
        .join(Organisation, Organisation.id == User.organisation_id)
        .where(managed(work), User.roles.any(UserRole.role.in_(_roles(work.today))))
        .order_by(User.name, User.login)
    )
    return list(work.session.scalars(query))


def _known(work: Work, user_id: UUID) -> User:
    user = colleague(work, user_id)
    _tracks.insist_known(work, user)
    return user


def _account(work: Work, user: User) -> TrackAccount:
    roles = _tracks.held(work, user)
    others = _fitting(user.organisation.kind, work.today) - roles
    own = user.id == work.actor.id
    return TrackAccount(
        user, tuple(sorted(roles)), tuple(sorted(others)), user.opens(work.today), own
    )


def _fitting(kind: str, on: date) -> set[Role]:
    row = partner_roles().find(kind, on)
    return {role for role in _roles(on) if row and role in row.roles}


def _roles(on: date) -> set[Role]:
    """The roles that only the lead of the victim track gives."""
    return {role for role in Role if givers(role, on)}
