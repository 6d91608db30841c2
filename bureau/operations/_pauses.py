"""The advice that is awaited, and the suspensions that run while it is."""

from datetime import date

from sqlalchemy import select

from bureau.errors import NotAllowed
from bureau.model import Advice, Case, Suspension
from bureau.work import Work

PENDING, QUESTION = "SUS5", "SUS6"


def awaited(work: Work, case: Case) -> Advice:
    """The advice that was asked and is not there yet; raises NotAllowed when there is none."""
    query = select(Advice).where(Advice.case_id == case.id).order_by(Advice.asked_on.desc())
    found = work.session.scalars(query).first()
    if found is None or found.received_on or found.declined_on:
        raise NotAllowed(
            "No advice is awaited.",
            where={"guard": "advice_asked", "basis": "Wet Bibob 9", "state": case.state},
            hint="Ask for the advice first.",
        )
    return found


def running(work: Work, case: Case, rule: str) -> list[Suspension]:
    """The suspensions by this rule that still run."""
    query = select(Suspension).where(
        Suspension.case_id == case.id, Suspension.rule == rule, Suspension.until_on.is_(None)
    )
    return list(work.session.scalars(query))


def end(work: Work, case: Case, rule: str, day: date) -> None:
    """These suspensions end on `day`."""
    for pause in running(work, case, rule):
        pause.until_on = max(day, pause.from_on)
