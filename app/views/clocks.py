"""Clocks and steps of a case as the macros draw them, in the reader's language."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bureau.operations._clock import CaseClock
from bureau.operations.case_files import CaseView
from bureau.rules.clock import ClockState, what_if
from bureau.rules.delay import Delay
from bureau.rules.suspension import Suspension
from bureau.rules.term_words import Explained
from bureau.rules.terms import TermRequest

MAIN = ("DL01", "DL18")
# The states from which each can still be asked or agreed: an advice, a supplement, a delay.
EARLY = ("ST10", "ST20", "ST30", "ST40", "ST41", "ST50", "ST51", "ST60", "ST72", "ST91")
IMAGINED = {
    "SUS5": EARLY,
    "SUS1": ("ST10", "ST20", "ST30", "ST40"),
    "SUS3": (*EARLY, "ST70", "ST71", "ST73", "ST75", "ST80", "ST90"),
}


@dataclass(frozen=True, slots=True)
class Imagined:
    """What is asked or agreed (a rule of suspension), from which day, for how many weeks."""

    rule: str
    start: date
    weeks: int


STATES = {
    ClockState.RUNNING: "running",
    ClockState.SUSPENDED: "suspended",
    ClockState.OVERDUE: "overdue",
    ClockState.STOPPED: "done",
}


def drawn(clock: CaseClock, language: str, today: date) -> dict[str, Any]:
    """One clock for macros/clock.html."""
    state = STATES[clock.state]
    if clock.soon(today):
        state = "due_soon"
    return {
        "term": clock.term,
        "name": clock.name.in_(language),
        "basis": clock.basis,
        "state": state,
        "due": clock.due,
        "raw": clock.raw,
        "target": clock.target if state != "done" else None,
        "days_left": clock.days_left,
        "used": max(0, (min(today, clock.due) - clock.started_on).days),
        "total": max(1, (clock.due - clock.started_on).days),
        "suspended_days": clock.suspended_days,
        "words": clock.words.in_(language),
        "explanation": [_stretch(row, language) for row in clock.explanation]
        + [
            {"text": remark.in_(language), "basis": "", "days": 0, "from": None, "until": None}
            for remark in clock.remarks
        ],
    }


def _stretch(row: Explained, language: str) -> dict[str, Any]:
    return {
        "from": row.start,
        "until": row.until,
        "days": row.days,
        "rule": row.rule,
        "basis": row.basis,
        "text": row.text.in_(language),
    }


def all_drawn(clocks: Iterable[CaseClock], language: str, today: date) -> list[dict[str, Any]]:
    """Every clock, those that still run first and by last day."""
    rows = [drawn(clock, language, today) for clock in clocks]
    return sorted(rows, key=lambda row: (row["state"] == "done", row["due"]))


def may_imagine(case: CaseView) -> bool:
    """Whether the decision term runs, so that asking or agreeing something would move it."""
    return case.screening is not None and _main(case) is not None and bool(causes(case))


def causes(case: CaseView) -> tuple[str, ...]:
    """What could still be asked or agreed in this state: an advice, a supplement, a delay."""
    return tuple(rule for rule, within in IMAGINED.items() if case.state in within)


def imagined(case: CaseView, asked: Imagined, today: date, language: str) -> dict[str, Any] | None:
    """The decision term if something is asked on a day and comes back after so many weeks."""
    screening, main = case.screening, _main(case)
    if screening is None or main is None or asked.rule not in causes(case):
        return None
    held = tuple(
        Suspension(row.rule, row.from_on, row.until_on, row.extended, row.ends_on)
        for row in case.suspensions
    )
    delays = [Delay(row.sent_on, row.until_on, row.statutory) for row in case.delay_letters]
    request = TermRequest(main.term, screening.received_on, screening.weeks, held, today=today)
    answer = what_if(request, asked.start, asked.weeks, asked.rule, delays)
    told = {"basis": "", "days": 0, "from": None, "until": None}
    return {
        "rule": asked.rule,
        "start": asked.start,
        "back": asked.start + timedelta(weeks=asked.weeks),
        "weeks": asked.weeks,
        "now": main.due,
        "due": answer.due,
        "raw": answer.raw,
        "days": answer.suspended_days,
        "explanation": [_stretch(row, language) for row in answer.explanation]
        + [{"text": remark.text.in_(language), **told} for remark in answer.remarks[1:]],
    }


def _main(case: CaseView) -> CaseClock | None:
    return next((clock for clock in case.clocks if clock.term in MAIN and clock.open), None)
