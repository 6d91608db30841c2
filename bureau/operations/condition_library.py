"""The library of conditions: read by all who screen, extended by the coordinator with a reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from bureau.errors import Changed, Invalid
from bureau.model import OwnCondition
from bureau.operations import _library, _procedure
from bureau.operations._checks import fitting, one_of, said
from bureau.operations._library import LibraryLine
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.scope import scopes
from bureau.rules.vocabulary import FindingGround
from bureau.work import Work

__all__ = [
    "LibraryLine",
    "OwnFields",
    "add_condition",
    "change_condition",
    "list_library",
    "next_code",
    "offered",
    "read_own",
    "withdraw_condition",
]

GROUNDS = tuple(FindingGround)[:3]
NAME, REASON, LONGEST_PERIOD = 200, 500, 3650
TEXTS = ("text_nl", "text_en", "evidence_nl", "evidence_en")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFields:
    """What an own condition says; a text in English may be left out."""

    name_nl: str
    text_nl: str
    evidence_nl: str
    name_en: str = ""
    text_en: str = ""
    evidence_en: str = ""
    scopes: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()
    days: int = 90
    again: int = 180


def list_library(work: Work) -> tuple[LibraryLine, ...]:
    """The conditions of the house and those of one's own municipality, with their versions."""
    work.require(Permission.CONDITION_READ)
    found = _lines(work)
    work.record(EventKind.LIBRARY_LISTED, "library", shown=len(found))
    return found


def offered(work: Work, case_id: UUID) -> tuple[LibraryLine, ...]:
    """The conditions that can be proposed for the decision of a case."""
    case = work.case(case_id, Permission.CASE_READ)
    scope = _procedure.screening(work, case).scope
    found = tuple(row for row in _lines(work) if row.fits(scope))
    work.record(EventKind.LIBRARY_LISTED, case, shown=len(found))
    return found


def read_own(work: Work, code: str) -> LibraryLine:
    """One condition of one's own municipality, to change it."""
    work.require(Permission.CONDITION_SET)
    work.record(EventKind.LIBRARY_LISTED, "library", code=code[:20])
    return _own(work, code)


def next_code(work: Work) -> str:
    """The code that a condition gets when it is added now."""
    work.require(Permission.CONDITION_SET)
    work.record(EventKind.LIBRARY_LISTED, "library", part="code")
    return _next(work)


def add_condition(work: Work, fields: OwnFields, reason: str) -> OwnCondition:
    """Add a condition of one's own to the library."""
    work.require(Permission.CONDITION_SET)
    return _followed(work, _next(work), 1, _checked(fields), reason)


def change_condition(
    work: Work, code: str, version: int, fields: OwnFields, reason: str
) -> OwnCondition:
    """A new version of an own condition; decisions keep the words they were taken with.

    Raises Changed with the differences when somebody else wrote a version meanwhile.
    """
    work.require(Permission.CONDITION_SET)
    row, new = _own(work, code), _checked(fields)
    _insist_newest(row, version, new)
    return _followed(work, row.code, row.number + 1, new, reason)


def withdraw_condition(work: Work, code: str, version: int, reason: str) -> OwnCondition:
    """Propose an own condition no more; what was decided with it stays."""
    work.require(Permission.CONDITION_SET)
    row = _own(work, code)
    _insist_newest(row, version, {})
    last = row.history[-1]
    same = {name: getattr(last, name) for name in OwnFields.__dataclass_fields__}
    return _followed(work, row.code, row.number + 1, same, reason, withdrawn=True)


def _lines(work: Work) -> tuple[LibraryLine, ...]:
    return _library.lines(work.session, work.actor.organisation_id, work.today)


def _next(work: Work) -> str:
    return f"E-{1 + sum(bool(row.number) for row in _lines(work)):02}"


def _own(work: Work, code: str) -> LibraryLine:
    own = {row.code: row for row in _lines(work) if row.number}
    return own[one_of(code, "code", tuple(own))]


def _insist_newest(row: LibraryLine, version: int, new: dict[str, Any]) -> None:
    if version == row.number:
        return
    last = row.history[-1]
    theirs = {name: getattr(last, name) for name in new}
    raise Changed(
        [(name, str(new[name]), str(theirs[name])) for name in new if new[name] != theirs[name]],
        where={"version": version, "now": row.number},
        hint="Read both texts, bring yours up to date and save again.",
    )


def _checked(fields: OwnFields) -> dict[str, Any]:
    """The fields as they are kept; raises Invalid for one that is missing or does not exist."""
    return {
        "name_nl": said(fields.name_nl, "name", NAME),
        "name_en": fitting(fields.name_en, "name", NAME),
        "text_nl": said(fields.text_nl, "text"),
        "text_en": fitting(fields.text_en, "text"),
        "evidence_nl": said(fields.evidence_nl, "evidence"),
        "evidence_en": fitting(fields.evidence_en, "evidence"),
        "scopes": _each(fields.scopes, "scope", scopes().codes()),
        "grounds": _each(fields.grounds, "ground", GROUNDS),
        "days": _period(fields.days, "days", 1),
        "again": _period(fields.again, "again", 0),
    }


def _each(values: Iterable[str], field: str, allowed: tuple[str, ...]) -> list[str]:
    return [one_of(value, field, allowed) for value in dict.fromkeys(values)]


def _period(days: int, field: str, least: int) -> int:
    if least <= days <= LONGEST_PERIOD:
        return days
    raise Invalid(
        "{days} is no number of days for {field}.",
        where={"field": field},
        hint="Give a whole number of days, from {least} to {most}.",
        days=days,
        least=least,
        most=LONGEST_PERIOD,
        field=field,
    )


def _followed(
    work: Work, code: str, number: int, new: dict[str, Any], reason: str, *, withdrawn: bool = False
) -> OwnCondition:
    made = OwnCondition(
        organisation_id=work.actor.organisation_id,
        code=code,
        number=number,
        withdrawn=withdrawn,
        reason=said(reason, "reason", REASON),
        by_id=work.actor.id,
        at=work.now,
        **new,
    )
    work.session.add(made)
    told = {"code": code, "number": number, "withdrawn": withdrawn}
    work.record(EventKind.LIBRARY_CHANGED, made, **told, reason=made.reason)
    return made
