"""Requests between agencies: how one is answered, why it may be refused, and who gives what."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import median
from typing import Any, Protocol

from bureau.rules.tables import Row, Table, Texts, table


class Answer(StrEnum):
    """What whoever is asked says: the duty to give yields to weighty reasons (WGS 1.5(1))."""

    YES = "yes"
    NO = "no"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRefusal(Row):
    """A reason for which a request between organisations may be answered with no."""

    name: Texts


class Asked(Protocol):
    """A request as the register keeps it."""

    asked_on: Any
    due_on: Any
    answer: Any
    answered_on: Any
    reason_code: Any


@dataclass(frozen=True, slots=True)
class Answering:
    """How a number of requests were answered; `days` is the median until the answer."""

    asked: int
    open: int
    in_time: int
    late: int
    refused: tuple[tuple[str, int], ...]
    days: float | None


def request_refusals() -> Table[RequestRefusal]:
    """The reasons for which a request may be refused (WGS 1.5(1))."""
    return table("request_refusals", RequestRefusal)


def is_open(row: Asked) -> bool:
    """Whether an answer is still owed; a promise for later keeps it open."""
    return row.answer not in (Answer.YES, Answer.NO)


def overdue(row: Asked, today: date) -> bool:
    """Whether the answer is owed and its last day has passed."""
    return is_open(row) and bool(row.due_on < today)


def answering(rows: Iterable[Asked], today: date) -> Answering:
    """How these requests were answered: in time, late, still open, refused and why."""
    found = list(rows)
    done = [row for row in found if not is_open(row)]
    late = [row for row in done if row.answered_on > row.due_on]
    owed_late = [row for row in found if overdue(row, today)]
    days = [(row.answered_on - row.asked_on).days for row in done]
    refused = Counter(row.reason_code for row in done if row.answer == Answer.NO)
    return Answering(
        asked=len(found),
        open=len(found) - len(done),
        in_time=len(done) - len(late),
        late=len(late) + len(owed_late),
        refused=tuple(sorted(refused.items())),
        days=median(days) if days else None,
    )
