"""The state of a running term for the screen: how long, until when, standing still or late."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from bureau.errors import Invalid
from bureau.rules import calendar
from bureau.rules.calendar import DAY
from bureau.rules.dates import in_words
from bureau.rules.deadlines import limit
from bureau.rules.delay import Delay, reckoned
from bureau.rules.phrases import phrase
from bureau.rules.suspension import Suspension
from bureau.rules.tables import Texts
from bureau.rules.terms import TermAnswer, TermRequest, compute

AGREED = "SUS3"


class ClockState(StrEnum):
    """How a term stands on a day."""

    RUNNING = "running"
    SUSPENDED = "suspended"
    OVERDUE = "overdue"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Clock:
    """A term on a day; warn on the raw date, work towards `target`."""

    term: str
    state: ClockState
    raw: date
    due: date
    target: date
    days_left: int
    words: Texts
    answer: TermAnswer


def clock(
    request: TermRequest, finished: date | None = None, delays: Iterable[Delay] = ()
) -> Clock:
    """How the term of `request` stands today; `finished` is the day on which it was met.

    `delays` are the letters of delay about it.
    """
    if request.today is None:
        raise Invalid(
            "A clock needs the day of today.",
            where={"path": "today"},
            hint="Give today as a date.",
        )
    answer = reckoned(request, delays)
    margin = limit("TARGET", request.start).value
    target = calendar.working_days_before(answer.due, margin, request.designated_days)
    target = max(target, min(request.start, answer.due))
    state = _state(answer, request.today, finished)
    day = finished or request.today
    return Clock(
        term=answer.term,
        state=state,
        raw=answer.raw,
        due=answer.due,
        target=target,
        days_left=(answer.due - day).days,
        words=_words(state, answer.due, target, day),
        answer=answer,
    )


def what_if(
    request: TermRequest,
    asked: date,
    weeks: int,
    rule: str = "SUS5",
    delays: Iterable[Delay] = (),
) -> TermAnswer:
    """The end if what is asked on `asked` comes back after a number of weeks, as `rule` counts it.

    An agreed delay (SUS3) of so many weeks ends on the last of its days.
    """
    back = asked + timedelta(weeks=weeks) - (DAY if rule == AGREED else timedelta(0))
    imagined = Suspension(rule, asked, back, extended=rule == "SUS5" and weeks > _usual(asked))
    return reckoned(replace(request, suspensions=(*request.suspensions, imagined)), delays)


def _usual(asked: date) -> int:
    """The weeks an advice takes when the Bureau does not extend its term."""
    request = TermRequest("DL06", asked)
    return (compute(request).raw - asked).days // 7


def _state(answer: TermAnswer, today: date, finished: date | None) -> ClockState:
    if finished:
        return ClockState.STOPPED
    if answer.provisional and answer.due >= today:
        return ClockState.SUSPENDED
    return ClockState.OVERDUE if today > answer.due else ClockState.RUNNING


def _words(state: ClockState, due: date, target: date, day: date) -> Texts:
    days = abs((due - day).days)
    code = f"clock.{state}"
    if state is ClockState.STOPPED and day > due:
        code = "clock.stopped_late"
    return phrase(
        code, days=days, due=in_words(due), target=in_words(target), finished=in_words(day)
    )
