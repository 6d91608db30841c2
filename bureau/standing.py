"""What a partnership case still admits: work, reading, or nothing but its destruction or a hold."""

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, and_, not_, or_, select, true
from sqlalchemy.orm import Session

from bureau.errors import N_, NotAllowed
from bureau.model import (
    AgendaItem,
    Case,
    Destruction,
    LegalHold,
    Partnership,
    SafetyHold,
    Signal,
    SupportFile,
)
from bureau.policy import Permission
from bureau.rules import retention
from bureau.rules.regimes import JOINT, MUNICIPAL
from bureau.rules.vocabulary import CaseKind
from bureau.trust import trail

CLOSED, DONE = "ST199", "done"
NOTED = N_(
    "Terms of the law go on; notes, letters about a delay and what was asked already can be"
    " recorded meanwhile."
)
# What waits while the victim track holds a case: whoever may be a victim is treated as one first.
PAUSED = frozenset(
    {
        Permission.CASE_STEP,
        Permission.SCREENING_SIGN,
        Permission.SCREENING_DECIDE,
        Permission.NETWORK_DETECT,
        Permission.NETWORK_EXPORT,
        Permission.DOSSIER_PREPARE,
        Permission.DOSSIER_APPROVE,
        Permission.DOSSIER_ISSUE,
    }
)
# Who runs or decides a case is told why it waits; whoever else works in it, only that it does.
TOLD_WHY = (Permission.CASE_STEP, Permission.SCREENING_SIGN, Permission.SCREENING_DECIDE)
# What needs the words of a support file: they went, with their key, when it was closed.
HELPING = frozenset(
    {Permission.SUPPORT_EDIT, Permission.SUPPORT_SHARE, Permission.SUPPORT_DOSSIER},
)
# What goes on when the term of joint data is over (WGS 1.8(7)).
KEEPING = frozenset(
    {
        Permission.RETENTION_READ,
        Permission.RETENTION_PLAN,
        Permission.RETENTION_APPROVE,
        Permission.CASE_SHARE,
    }
)
# What goes on in a closed case: reading, what its recipients still owe, its destruction.
READING = KEEPING | {
    Permission.CASE_READ,
    Permission.DOCUMENT_READ,
    Permission.NETWORK_READ,
    Permission.MEETING_READ,
    Permission.ITEM_READ,
    Permission.PLAN_READ,
    Permission.MEASURE_READ,
    Permission.DISCLOSURE_READ,
    Permission.DISCLOSURE_MAKE,
}


class Standing(StrEnum):
    """How far a case may still be worked on."""

    OPEN = "open"
    CLOSED = "closed"
    OVER = "over"


def standing(session: Session, case: Case, today: date) -> Standing:
    """How far `case` may still be worked on; one that is not shared between bodies always."""
    if case.kind is not CaseKind.PARTNERSHIP:
        return Standing.OPEN
    known: dict[Any, Standing] = session.info.setdefault("standing", {})
    if case.id not in known or trail.touched(session):
        # All cases in hand are asked at once: a list of them would ask for each otherwise.
        ids = {case.id} | {
            row.id
            for row in session.identity_map.values()
            if isinstance(row, Case) and row.__dict__.get("kind") is CaseKind.PARTNERSHIP
        }
        rows = session.execute(
            select(Case.id, over(today), _shut(today)).where(Case.id.in_(ids))
        ).all()
        known[case.id] = Standing.OPEN
        for key, ended, shut in rows:
            known[key] = Standing.OVER if ended else Standing.CLOSED if shut else Standing.OPEN
    return known[case.id]


def insist(session: Session, permission: Permission, record: object, today: date) -> None:
    """Stop where the case of `record` does not admit what `permission` is for."""
    if admits(session, permission, record, today):
        return
    case = _case(session, record)
    basis = retention.at_latest(case.regime or JOINT, today).basis if case else ""
    if case is not None and standing(session, case, today) is Standing.OVER:
        raise NotAllowed(
            "The term of this case is over: nothing in it is read any more.",
            where={"guard": "joint_term", "basis": basis},
            hint="It waits for its destruction, or for a hold because of a legal claim or a"
            " statutory duty; both stand under Retention.",
        )
    raise NotAllowed(
        "This case is closed: it can be read and nothing more.",
        where={"guard": "case_open", "basis": basis},
        hint="Open it again under Retention, or open a new case with a signal of its own.",
    )


def insist_unheld(
    session: Session, case: Case, item: int | None, today: date, *, told: bool, instead: str
) -> None:
    """Stop while the victim track holds `case`, or `item` of it; only who is `told` learns why."""
    rows = session.scalars(select(SafetyHold).where(SafetyHold.case_id == case.id))
    held = [row.until for row in rows if row.item in (None, item) and row.stands(today)]
    if not held:
        return
    until = max(day for day in held if day).isoformat()
    if not told:
        raise NotAllowed(
            "The steps of this case wait until {until}.",
            where={"guard": "hold", "basis": "WGS 1.5(1)"},
            hint="{instead}",
            until=until,
            instead=instead,
        )
    raise NotAllowed(
        "This case is on hold until {until}.",
        where={"guard": "hold", "basis": "Richtlijn 2011/36/EU 8, 11"},
        hint="The victim track asked for it and releases it; tell nobody why. {instead}",
        until=until,
        instead=instead,
    )


def insist_helping(permission: Permission, file: SupportFile) -> None:
    """Stop where a support file holds nothing any more: its key was destroyed at its closing."""
    if permission in HELPING and file.lock is None:
        raise NotAllowed(
            "This support file is closed: nothing is kept in it any more.",
            where={"guard": "file_open", "basis": "AVG 7(3), 17"},
            hint="Where somebody needs help again, begin a new file. A hold of this file on a case"
            " can still be released.",
        )


def admits(session: Session, permission: Permission, record: object, today: date) -> bool:
    """Whether the case that `record` belongs to, if any, admits what `permission` is for."""
    if permission in KEEPING:
        return True
    case = _case(session, record)
    now = standing(session, case, today) if case is not None else Standing.OPEN
    if isinstance(record, Signal):
        return now is not Standing.OVER
    return now is Standing.OPEN or (now is Standing.CLOSED and permission in READING)


def admitted(permission: Permission, table: type[Any], today: date) -> ColumnElement[bool]:
    """The same as SQL, over a table of which leave is asked."""
    if permission in KEEPING:
        return true()
    away = over(today) if permission in READING or table is Signal else _shut(today)
    if table is Case:
        return not_(away)
    if table is AgendaItem:
        return AgendaItem.case_id.not_in(select(Case.id).where(away))
    if table is Signal:
        gone = select(Case.id).where(away)
        return or_(Signal.opened_id.is_(None), Signal.opened_id.not_in(gone))
    return true()


def ending(by: date) -> ColumnElement[bool]:
    """As SQL: closed, or its term ends by that day; with content, and held by nobody."""
    return and_(_shut(by), _loose())


def over(today: date) -> ColumnElement[bool]:
    """As SQL: the term is over, nobody holds the case, and it still has content."""
    return and_(_past(today), _loose())


def _loose() -> ColumnElement[bool]:
    held = select(LegalHold.id).where(LegalHold.case_id == Case.id, LegalHold.lifted_on.is_(None))
    gone = select(Destruction.id).where(Destruction.case_id == Case.id, Destruction.state == DONE)
    return and_(not_(held.exists()), not_(gone.exists()))


def _case(session: Session, record: object) -> Case | None:
    if isinstance(record, Case):
        return record
    key = record.opened_id if isinstance(record, Signal) else getattr(record, "case_id", None)
    return session.get(Case, key) if key else None


def _shut(today: date) -> ColumnElement[bool]:
    """It was closed, or its term is over although it is held."""
    joint = Case.kind == CaseKind.PARTNERSHIP
    return and_(joint, or_(Case.state == CLOSED, _past(today)))


def _past(today: date) -> ColumnElement[bool]:
    own, joint = (_moment(regime, today) for regime in (MUNICIPAL, JOINT))
    return and_(
        Case.kind == CaseKind.PARTNERSHIP,
        or_(
            and_(Case.regime == MUNICIPAL, _since(own)),
            and_(Case.regime != MUNICIPAL, _since(joint)),
        ),
    )


def _moment(regime: str, today: date) -> datetime:
    day = retention.first_within(regime, today)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _since(moment: datetime) -> ColumnElement[bool]:
    """First processed before `moment`; a case that was made without a clock as of its opening."""
    clock = select(Partnership.id).where(Partnership.case_id == Case.id)
    before = clock.where(Partnership.first_processing_at < moment)
    return or_(before.exists(), and_(Case.opened_at < moment, not_(clock.exists())))
