"""The mandate register (Awb 10:3, 10:5): list, add, confirm by a second person, end."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid, NotAllowed, NotFound
from bureau.model import Mandate, User
from bureau.model.organisation import CONFIRMED, WAITING
from bureau.operations import _approving, _mandate
from bureau.operations._checks import fitting, not_before, one_of, said
from bureau.operations._house_approvals import MANDATE
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.mandates import in_force, organs
from bureau.rules.scope import scopes
from bureau.rules.tables import Texts
from bureau.rules.vocabulary import DecisionKind, Role
from bureau.work import Work

DECIDES = Role.MAYOR  # the role whose holders may take a decision at all
DECREE = 300


@dataclass(frozen=True, slots=True)
class MandateLine:
    """A mandate as the register shows it, and whether the reader may answer or end it."""

    id: UUID
    version: int
    organ: str
    organ_name: Texts
    holder: str
    kinds: tuple[str, ...]
    scopes: tuple[str, ...]
    from_on: date
    until_on: date | None
    decree: str
    state: str
    in_force: bool
    asked_by: str
    reason: str
    answerable: bool


@dataclass(frozen=True, slots=True)
class Right:
    """In whose name somebody may decide a case: of own right where no mandate is named."""

    organ_name: Texts
    decree: str


def list_mandates(work: Work) -> tuple[MandateLine, ...]:
    """Every mandate of the own house, those in force and waiting first."""
    work.require(Permission.WORK_READ)
    query = select(Mandate).where(Mandate.organisation_id == work.actor.organisation_id)
    lines = [_line(work, row) for row in work.session.scalars(query)]
    work.record(
        EventKind.MANDATE_LISTED, f"organisation:{work.actor.organisation_id}", shown=len(lines)
    )
    return tuple(sorted(lines, key=lambda row: (not row.in_force, row.state, row.from_on, row.id)))


def read_mandate(work: Work, mandate_id: UUID, *, shown: bool = True) -> MandateLine:
    """One mandate of the own house; once it is `shown`, whoever saw it may answer."""
    work.require(Permission.USER_MANAGE)
    row = _own(work, mandate_id)
    if shown and row.state == WAITING:
        _approving.look(work, MANDATE, row)
    work.record(EventKind.MANDATE_LISTED, row)
    return _line(work, row)


def add_mandate(
    work: Work,
    organ: str,
    decree: str,
    from_on: date,
    *,
    login: str = "",
    kinds: Iterable[str] = (),
    covered: Iterable[str] = (),
    until_on: date | None = None,
) -> Mandate:
    """Enter a mandate to `login`, else to all decision makers; a second administrator confirms."""
    work.require(Permission.USER_MANAGE)
    row = Mandate(
        organisation_id=work.actor.organisation_id,
        organ=one_of(organ, "organ", organs().codes()),
        **_holder(work, login),
        **_what(kinds, covered),
        from_on=from_on,
        until_on=not_before(until_on, "until_on", from_on) if until_on else None,
        decree=said(decree, "decree", DECREE),
        asked_by_id=work.actor.id,
        asked_at=work.now,
    )
    work.session.add(row)
    work.record(EventKind.MANDATE_ASKED, row, organ=organ, start=from_on.isoformat())
    _approving.ask(work, MANDATE, row)
    return row


def settle_mandate(
    work: Work, mandate_id: UUID, version: int, reason: str, *, confirmed: bool
) -> Mandate:
    """Confirm or refuse a mandate that another administrator entered; a refusal needs a reason."""
    work.require(Permission.USER_MANAGE)
    row = _own(work, mandate_id)
    work.expect(row, version, {})
    if row.state != WAITING or work.actor.id in (row.asked_by_id, row.user_id):
        raise NotAllowed(
            "Another administrator answers a mandate that you entered or would hold.",
            where={"guard": "two people"},
            hint="Ask a second administrator to look at it.",
        )
    if confirmed:
        _approving.agree(work, MANDATE, row, reason)
    else:
        _approving.refuse(work, MANDATE, row, reason)
    return row


def end_mandate(work: Work, mandate_id: UUID, version: int, until_on: date, reason: str) -> Mandate:
    """The last day of a mandate; what was decided by it until then stands.

    One administrator may end it: that takes power away. The day is today or later.
    """
    work.require(Permission.USER_MANAGE)
    row = _own(work, mandate_id)
    work.expect(row, version, {"until_on": until_on})
    if row.until_on and until_on > row.until_on:
        raise Invalid(
            "A mandate is not made longer; it ends on {day}.",
            where={"field": "until_on"},
            hint="Enter a new mandate with its own mandate decision.",
            day=row.until_on.isoformat(),
        )
    row.until_on = not_before(until_on, "until_on", work.today)
    row.reason = said(reason, "reason")
    work.record(EventKind.MANDATE_ENDED, row, until=until_on.isoformat(), reason=row.reason)
    return row


def own_right(work: Work, case_id: UUID) -> Right | None:
    """In whose name the actor may decide this case today; None without a mandate."""
    case = work.case(case_id, Permission.SCREENING_DECIDE)
    found = _mandate.held(work, case, work.today)
    work.record(EventKind.CASE_READ, case, part="mandate")
    if found is None:
        return None
    decree = found.mandate.decree if found.mandate else ""
    return Right(organs().row(found.organ, work.today).name, decree)


def _what(kinds: Iterable[str], covered: Iterable[str]) -> dict[str, list[str]]:
    """What a mandate covers, each once; raises Invalid for what does not exist."""
    return {
        "kinds": [one_of(each, "kind", tuple(DecisionKind)) for each in dict.fromkeys(kinds)],
        "scopes": [one_of(each, "scope", scopes().codes()) for each in dict.fromkeys(covered)],
    }


def _holder(work: Work, login: str) -> dict[str, object]:
    """Who holds a mandate: one account, or without a login every decision maker."""
    name = fitting(login, "login", 80)
    if not name:
        return {"role": DECIDES}
    user = work.session.scalar(select(User).where(User.login == name))
    if user is None or user.organisation_id != work.actor.organisation_id:
        raise Invalid(
            "There is no account {login} in this organisation.",
            where={"field": "login"},
            hint="Look up the login under People, or leave it empty for every decision maker.",
            login=name,
        )
    if DECIDES not in user.held(work.today):
        raise Invalid(
            "{login} does not hold the role in which decisions are taken.",
            where={"field": "login"},
            hint="Give the account the role decision maker first; a second person confirms it.",
            login=name,
        )
    return {"user_id": user.id}


def _own(work: Work, mandate_id: UUID) -> Mandate:
    row = work.session.get(Mandate, mandate_id)
    if row is None or row.organisation_id != work.actor.organisation_id:
        raise NotFound("There is nothing here that you may see.")
    return row


def _line(work: Work, row: Mandate) -> MandateLine:
    involved = (row.asked_by_id, row.user_id)
    return MandateLine(
        id=row.id,
        version=row.version,
        organ=row.organ,
        organ_name=organs().row(row.organ, work.today).name,
        holder=row.user.name if row.user else "",
        kinds=tuple(row.kinds),
        scopes=tuple(row.scopes),
        from_on=row.from_on,
        until_on=row.until_on,
        decree=row.decree,
        state=row.state,
        in_force=row.state == CONFIRMED and in_force(row, work.today),
        asked_by=row.asked_by.name,
        reason=row.reason,
        answerable=row.state == WAITING and work.actor.id not in involved,
    )
