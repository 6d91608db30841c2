"""The conditions that a decision attaches, numbered as they are kept, and when they end."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from bureau.errors import Invalid
from bureau.model import Case, Condition, Decision
from bureau.operations import _library
from bureau.operations._checks import not_before, one_of, said
from bureau.operations._library import LibraryLine
from bureau.rules.conditions import open_parts
from bureau.rules.events import EventKind
from bureau.work import Work

Written = tuple[str, date] | tuple[str, date, str]
CONDITIONAL = "grant_with_conditions"
WAITING, OPEN, ENDED = "waiting", "open", "ended"


class Wanted(NamedTuple):
    """A condition as it is to read, the day of its first check, and its code in the library."""

    text: str
    check_on: date
    code: str = ""


def conditions_from(
    case: Case,
    outcome: str,
    conditions: Sequence[Written],
    day: date,
    after: int = 0,
    *,
    library: Mapping[str, LibraryLine] | None = None,
) -> list[Condition]:
    """The conditions of a decision, numbered `after` those it has; raises Invalid otherwise."""
    if bool(conditions) is not (outcome == CONDITIONAL):
        raise Invalid(
            "Conditions belong to a grant with conditions, and only to that.",
            where={"field": "conditions"},
            hint="Name at least one condition and the day of its first check, or none.",
        )
    return [
        _condition(case, Wanted(*wanted), number, day, library or {})
        for number, wanted in enumerate(conditions, start=after + 1)
    ]


def _condition(
    case: Case, wanted: Wanted, number: int, day: date, library: Mapping[str, LibraryLine]
) -> Condition:
    row = library[one_of(wanted.code, "code", tuple(library))] if wanted.code else None
    return Condition(
        case_id=case.id,
        number=number,
        text=_filled(said(wanted.text, "conditions")),
        check_on=not_before(wanted.check_on, "check_on", day),
        status=WAITING,
        code=wanted.code,
        evidence=row.evidence.nl if row else "",
        again=row.again if row else 0,
    )


def _filled(text: str) -> str:
    """`text`, when nothing between square brackets is left to fill in; raises Invalid otherwise."""
    if found := open_parts(text):
        raise Invalid(
            "A condition still has to be filled in: {parts}.",
            where={"field": "conditions"},
            hint="Write what applies in this case in place of the words between brackets.",
            parts=", ".join(found),
        )
    return text


def library(work: Work, case: Case) -> Mapping[str, LibraryLine]:
    """The library of the municipality that handles the case, by code."""
    return _library.known(_library.lines(work.session, case.organisation_id, work.today))


def holding(conditions: Iterable[Condition]) -> list[Condition]:
    """Those that a decision leaves standing: where newer ones wait, the older have gone."""
    left = [row for row in conditions if row.status != ENDED]
    return [row for row in left if row.status == WAITING] or left


def begin(work: Work, decisions: Iterable[Decision], known: Decision, day: date) -> None:
    """Let the conditions of a decision hold from the day it is made known (Awb 3:40).

    Those of before, of this or another decision of the case, end on that day.
    """
    for decision in decisions:
        for row in decision.conditions:
            if row.status == OPEN:
                row.status, row.ended_on = ENDED, day
                work.record(EventKind.CONDITION_ENDED, row, number=row.number, on=day.isoformat())
    for row in known.conditions:
        if row.status == WAITING:
            row.status = OPEN
