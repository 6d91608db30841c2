"""What the rules hold looks against: own circles, colleagues, guarded people, honey; as marks."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import select

from bureau.model import OwnCircle, User, WatchEntry
from bureau.operations import _watch_marks
from bureau.operations.watch_entries import GUARDED, HONEY
from bureau.watch.values import Known, Person
from bureau.work import Work

NOTHING: Mapping[str, Any] = {"near": (), "hours": (), "leave": ()}


def known(work: Work) -> Known:
    """What is known of the people who look, and of what reviewers marked."""
    people: dict[str, Person] = {}
    colleagues = defaultdict[str, set[str]](set)
    declared = {row.user_id: row.told for row in work.session.scalars(select(OwnCircle))}
    for user in work.session.scalars(select(User)):
        people[str(user.id)] = _person(user, declared.get(user.id, NOTHING))
        colleagues[str(user.organisation_id)] |= _watch_marks.whole(user.name)
    return Known(people, _frozen(colleagues), _marks_of(_standing(work, GUARDED)), honey(work))


def honey(work: Work) -> frozenset[str]:
    """The marks of what auditors made up."""
    rows = _standing(work, HONEY)
    cases = (f"case:{row.address}" for row in rows if row.address)
    return frozenset((*_marks_of(rows), *cases))


def _standing(work: Work, kind: str) -> list[WatchEntry]:
    rows = work.session.scalars(select(WatchEntry).where(WatchEntry.kind == kind))
    return [row for row in rows if row.stands(work.today)]


def _marks_of(rows: Iterable[WatchEntry]) -> frozenset[str]:
    return frozenset(mark for row in rows for mark in row.marks)


def _person(user: User, told: Mapping[str, Any]) -> Person:
    marks = _watch_marks.own(user.name).union(*map(_watch_marks.whole, told["near"]))
    leave = tuple(tuple(map(date.fromisoformat, each)) for each in told["leave"])
    first, last = told["hours"] or (None, None)
    return Person(marks, first, last, leave)  # type: ignore[arg-type]


def _frozen(found: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {body: frozenset(marks) for body, marks in found.items()}
