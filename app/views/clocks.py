"""Clocks and steps of a case as the macros draw them, in the reader's language."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from bureau.operations._clock import CaseClock
from bureau.operations.case_files import CaseView
from bureau.rules.clock import ClockState, what_if
from bureau.rules.suspension import Suspension
from bureau.rules.term_words import Explained
from bureau.rules.terms import TermRequest

MAIN = "DL01"
# The states from which an advice can still be asked: before the assessment is used, and on a view.
ASKING = ("ST10", "ST20", "ST30", "ST40", "ST41", "ST50", "ST51", "ST60", "ST72", "ST91")
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
    """Whether an advice can still be asked and would move the decision term."""
    running = any(clock.term == MAIN and clock.open for clock in case.clocks)
    return case.screening is not None and running and case.state in ASKING


def imagined(case: CaseView, weeks: int, today: date, language: str) -> dict[str, Any] | None:
    """The decision term if an advice is asked today and comes back after so many weeks."""
    screening = case.screening
    if screening is None or not may_imagine(case):
        return None
    held = tuple(
        Suspension(row.rule, row.from_on, row.until_on, row.extended, row.ends_on)
        for row in case.suspensions
    )
    request = TermRequest(MAIN, screening.received_on, screening.weeks, held, today=today)
    answer = what_if(request, today, weeks)
    return {
        "weeks": weeks,
        "due": answer.due,
        "raw": answer.raw,
        "days": answer.suspended_days,
        "explanation": [_stretch(row, language) for row in answer.explanation],
    }
