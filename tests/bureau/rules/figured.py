"""Facts that rest on figures, for the tests of the indicators."""

from datetime import date
from decimal import Decimal

from bureau.rules.figures import Figure, Figures
from bureau.rules.indicator_facts import IndicatorFacts
from bureau.rules.indicators import measure

TODAY = date(2026, 11, 20)


def one(value):
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value


def facts(figures=(), **more):
    """`figures` as {kind: value} or rows of (kind, value, subject)."""
    rows = figures.items() if isinstance(figures, dict) else figures
    made = (Figure(kind, one(value), *rest) for kind, value, *rest in rows)
    return IndicatorFacts(today=TODAY, figures=Figures(tuple(made)), **more)


def signal(code, figures=(), **more):
    return measure(code, facts(figures, **more))
