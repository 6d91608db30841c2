"""What a late decision costs so far (dwangsom; Awb 4:17): from which day and how much."""

from dataclasses import dataclass
from datetime import date, timedelta

from bureau.rules.calendar import DAY
from bureau.rules.deadlines import deadlines, penalty
from bureau.rules.money import Money
from bureau.rules.terms import TermRequest, compute

TERM = "DL17"


@dataclass(frozen=True, slots=True)
class Lateness:
    """The days that cost money, first and last, and what they came to until a day."""

    first_day: date
    last_day: date
    days: int
    amount: Money
    most: Money


def lateness(received: date, overdue_since: date, today: date, known: date | None) -> Lateness:
    """What a notice of default received on a day leads to; `known` is when the decision was sent.

    `overdue_since` is the last day of the decision term. The day on which the decision is sent
    costs nothing. Awb 4:17(1)-(3).
    """
    start = max(received, overdue_since)
    answer = compute(TermRequest(TERM, start))
    begin = start + timedelta(weeks=deadlines().row(TERM, start).delay_weeks)
    last = min((known - DAY) if known else today, answer.due)
    days = max(0, (last - begin).days)
    return Lateness(
        first_day=begin + DAY,
        last_day=answer.due,
        days=days,
        amount=penalty(days, begin),
        most=answer.penalty or Money(0),
    )
