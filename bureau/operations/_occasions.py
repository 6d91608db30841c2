"""On which days the file of a screening gave rise to a duty to tell."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from bureau.errors import N_
from bureau.model import (
    Advice,
    Decision,
    DelayLetter,
    Hearing,
    Questionnaire,
    Supplement,
    Suspension,
)
from bureau.operations._rows import Rows
from bureau.rules.telling import Occasion, TellDuty

NEEDED_ADVICE = N_("the copy of the advice")
NEEDED_SECRECY = N_("the notice of secrecy")
NEEDED_REASON = N_("why the form is needed")
Finder = Callable[[Rows, TellDuty, date], Iterator[Occasion]]


def occasions(rows: Rows, duty: TellDuty, today: date) -> tuple[Occasion, ...]:
    """Every occasion of `duty` up to today."""
    found = FINDERS[duty.arises](rows, duty, today)
    return tuple(each for each in found if each.since <= today)


def _received(rows: Rows, _duty: TellDuty, _today: date) -> Iterator[Occasion]:
    if rows.screening:
        yield Occasion(rows.screening.received_on)


def _form(rows: Rows, _duty: TellDuty, _today: date) -> Iterator[Occasion]:
    reasoned = bool(rows.screening and rows.screening.policy_reason)
    row: Questionnaire
    for row in rows.all(Questionnaire):
        yield Occasion(row.sent_on, row.sent_on, () if reasoned else (NEEDED_REASON,))


def _supplement(rows: Rows, _duty: TellDuty, _today: date) -> Iterator[Occasion]:
    row: Supplement
    for row in rows.all(Supplement):
        yield Occasion(row.sent_on, row.sent_on)


def _advice(rows: Rows, _duty: TellDuty, _today: date) -> Iterator[Occasion]:
    row: Advice
    for row in rows.all(Advice):
        yield Occasion(row.asked_on)


def _pause(rows: Rows, duty: TellDuty, _today: date) -> Iterator[Occasion]:
    row: Suspension
    for row in rows.all(Suspension):
        if row.rule in duty.pauses:
            yield Occasion(row.from_on)


def _pause_over(rows: Rows, duty: TellDuty, _today: date) -> Iterator[Occasion]:
    row: Suspension
    for row in rows.all(Suspension):
        if row.rule in duty.pauses and row.until_on:
            yield Occasion(row.until_on)


def _delay(rows: Rows, _duty: TellDuty, _today: date) -> Iterator[Occasion]:
    row: DelayLetter
    for row in rows.all(DelayLetter):
        yield Occasion(row.sent_on, row.sent_on)


def _intention(rows: Rows, duty: TellDuty, _today: date) -> Iterator[Occasion]:
    row: Hearing
    for row in rows.all(Hearing):
        lacks = _left_out(rows, row) if duty.code == "INTENTION" else ()
        yield Occasion(row.sent_on, row.sent_on, lacks)


def _left_out(rows: Rows, hearing: Hearing) -> tuple[str, ...]:
    """What the intention had to bring along and did not."""
    advised = any(
        row.received_on and row.received_on <= hearing.sent_on for row in rows.all(Advice)
    )
    found = [NEEDED_ADVICE] if advised and not hearing.advice_copied else []
    return (*found, *([] if hearing.secrecy_notice else [NEEDED_SECRECY]))


def _decision(rows: Rows, _duty: TellDuty, _today: date) -> Iterator[Occasion]:
    row: Decision
    for row in rows.all(Decision):
        yield Occasion(row.decided_on, row.made_known_on)


def _register(rows: Rows, _duty: TellDuty, _today: date) -> Iterator[Occasion]:
    if rows.screening and rows.screening.register_reported_on:
        yield Occasion(rows.screening.register_reported_on)


FINDERS: Mapping[str, Finder] = MappingProxyType(
    {
        "received": _received,
        "form": _form,
        "supplement": _supplement,
        "advice": _advice,
        "pause": _pause,
        "pause_over": _pause_over,
        "delay": _delay,
        "intention": _intention,
        "decision": _decision,
        "register": _register,
    }
)
