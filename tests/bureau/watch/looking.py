"""Looks to try the rules on."""

from datetime import UTC, date, datetime, timedelta

from bureau.rules.insider_rules import numbers_on
from bureau.watch.values import Act, Known, Look
from bureau.watch.watching import alerts

DAY = date(2026, 3, 3)  # a Tuesday, in winter time
NINE = datetime(2026, 3, 3, 8, tzinfo=UTC)


def look(seq, subject="case:1", minutes=0.0, **more):
    """A look at nine in the morning, or so many minutes later."""
    told = {"actor": "user:1", "body": "house", "act": Act.OPEN, **more}
    return Look(seq, NINE + timedelta(minutes=minutes), subject=subject, **told)


def asked(looks, known=None, since=0):
    """What is asked: the rule and the lines of each alert."""
    found = alerts(tuple(looks), known or Known(), numbers_on(DAY), since)
    return [(alert.rule, alert.lines) for alert in found]


def named(*names):
    """Marks, as plain words here."""
    return frozenset(names)
