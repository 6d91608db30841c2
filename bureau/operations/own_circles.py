"""What somebody declares of themselves, for rules about looks to hold their looks against."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid, NotFound
from bureau.model import OwnCircle, User
from bureau.operations import _houses, _tracks
from bureau.operations._checks import fitting
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.work import Work

MOST, LONGEST, LAST_HOUR = 40, 200, 24
Leave = tuple[date, date]
NOTHING: Mapping[str, Any] = {"near": (), "hours": (), "leave": ()}


def read_circle(work: Work) -> OwnCircle | None:
    """What one declared; nothing where one did not."""
    work.require(Permission.WORK_READ)
    row = _of(work, work.actor.id)
    work.record(EventKind.CIRCLE_READ, f"user:{work.actor.id}")
    return row


def read_hours(work: Work, user_id: UUID) -> tuple[User, list[int], list[list[str]]]:
    """The hours and leave of a colleague whose account one manages; of the circle nothing."""
    work.require(Permission.USER_MANAGE)
    user = _managed(work, user_id)
    row = _of(work, user.id)
    told = row.told if row else NOTHING
    work.record(EventKind.CIRCLE_READ, user, part="hours")
    return user, list(told["hours"]), list(told["leave"])


def enter_hours(
    work: Work, user_id: UUID, hours: tuple[int | None, int | None], leave: Sequence[Leave]
) -> OwnCircle:
    """Keep the usual hours and leave of a colleague, in the place of those before.

    What that person declared of the own circle stays as it is, unread. The person reads on the own
    page what was entered, and may change it.
    """
    work.require(Permission.USER_MANAGE)
    user = _managed(work, user_id)
    row = _of(work, user.id)
    near = list(row.told["near"]) if row else []
    row = _kept(work, user.id, row, near, hours, leave)
    work.record(EventKind.CIRCLE_DECLARED, row, part="hours", by="administrator")
    return row


def _managed(work: Work, user_id: UUID) -> User:
    """Somebody of the house; of a helper in support files an administrator enters nothing."""
    user = _houses.colleague(work, user_id)
    if _tracks.held(work, user):
        raise NotFound("There is nothing here that you may see.")
    return user


def _of(work: Work, user_id: UUID) -> OwnCircle | None:
    return work.session.scalar(select(OwnCircle).where(OwnCircle.user_id == user_id))


def _kept(
    work: Work,
    user_id: UUID,
    row: OwnCircle | None,
    near: list[str],
    hours: tuple[int | None, int | None],
    leave: Sequence[Leave],
) -> OwnCircle:
    told = {
        "near": near,
        "hours": _hours(*hours),
        "leave": [[first.isoformat(), last.isoformat()] for first, last in _ordered(leave)],
    }
    if row is None:
        row = OwnCircle(user_id=user_id)
        work.session.add(row)
    row.told, row.at = told, work.now
    return row


def declare(
    work: Work,
    near: Sequence[str],
    hours: tuple[int | None, int | None],
    leave: Sequence[Leave],
) -> OwnCircle:
    """Keep names and addresses near to oneself, usual hours and leave, instead of those before."""
    work.require(Permission.WORK_READ)
    kept = _near(near)
    row = _kept(work, work.actor.id, _of(work, work.actor.id), kept, hours, leave)
    work.record(EventKind.CIRCLE_DECLARED, row, lines=len(kept))
    return row


def _near(texts: Sequence[str]) -> list[str]:
    found = [fitting(text, "near", LONGEST) for text in texts]
    kept = list(dict.fromkeys(text for text in found if text))
    if len(kept) > MOST:
        raise Invalid(
            "These are more than {most} lines.",
            where={"field": "near"},
            hint="Leave out whom you would not have to step back for.",
            most=MOST,
        )
    return kept


def _hours(first: int | None, last: int | None) -> list[int]:
    if first is None and last is None:
        return []
    if first is None or last is None or first == last or not _clock(first) or not _clock(last):
        raise Invalid(
            "Give both hours of the day, from 0 to 23, and not the same.",
            where={"field": "until_hour"},
            hint="Leave both open for the hours of the house. A shift may go past midnight.",
        )
    return [first, last]


def _clock(hour: int) -> bool:
    return 0 <= hour < LAST_HOUR


def _ordered(leave: Sequence[Leave]) -> list[Leave]:
    if len(leave) > MOST or any(first > last for first, last in leave):
        raise Invalid(
            "A leave ends before it begins, or there are too many.",
            where={"field": "leave"},
            hint="Write a line for each, such as 2026-07-13 2026-07-31.",
        )
    return sorted(leave)
