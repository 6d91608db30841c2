"""When a harm form of a measure is due: after 0, 3 and 12 months."""

from datetime import date

from bureau.model import EnforcementMeasure
from bureau.rules.measures import HARM_MONTHS
from bureau.rules.terms import months_later


def due(measure: EnforcementMeasure) -> dict[int, date]:
    """The day on which each form is due; none before the measure was carried out."""
    start = measure.executed_on
    return {month: months_later(start, month) for month in HARM_MONTHS} if start else {}


def owed(measure: EnforcementMeasure, today: date) -> tuple[int, ...]:
    """The forms that are due and not there."""
    there = {form.month for form in measure.harm}
    return tuple(m for m, day in due(measure).items() if day <= today and m not in there)
