"""What the rules hold looks against: own circles, colleagues, guarded people, honey; as marks."""

from collections import defaultdict
from collections.abc import Mapping
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
    entries = [row for row in work.session.scalars(select(WatchEntry)) if row.stands(work.today)]
    marked = {
        kind: frozenset(mark for row in entries if row.kind == kind for mark in row.marks)
        for kind in (GUARDED, HONEY)
    }
    return Known(people, _frozen(colleagues), marked[GUARDED], marked[HONEY])


def _person(user: User, told: Mapping[str, Any]) -> Person:
    marks = _watch_marks.own(user.name).union(*map(_watch_marks.whole, told["near"]))
    leave = tuple(tuple(map(date.fromisoformat, each)) for each in told["leave"])
    first, last = told["hours"] or (None, None)
    return Person(marks, first, last, leave)  # type: ignore[arg-type]


def _frozen(found: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {body: frozenset(marks) for body, marks in found.items()}
