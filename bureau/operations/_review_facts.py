"""What the stored dispute over a decision establishes for the guards of the procedure."""

from datetime import date, timedelta
from typing import Any

from bureau.model import Appeal, Decision, Objection
from bureau.operations import _review_clocks
from bureau.operations._review_clocks import COUNCIL, DISTRICT
from bureau.operations._rows import Rows
from bureau.rules.deadlines import limit
from bureau.rules.mandates import in_force
from bureau.rules.terms import TermRequest, compute

ANNULLED = "annulled"


def review(rows: Rows, today: date) -> dict[str, Any]:
    """The facts on objection, appeal and judgment."""
    until = _review_clocks.objection_until(rows)
    public = until is not None and _review_clocks.disputable(rows, until)
    return {
        "objection_until": until if public else None,
        **_objection(_review_clocks.objection(rows)),
        **_court(rows, today),
    }


def _objection(found: Objection | None) -> dict[str, Any]:
    if found is None:
        return {}
    return {
        "objection_on": found.received_on,
        "objection_posted_on": found.posted_on,
        "objection_excused": bool(found.excuse),
        "objection_withdrawn": found.withdrawn_on is not None,
        "objection_reconsidered": found.decided_on is not None,
    }


def _court(rows: Rows, today: date) -> dict[str, Any]:
    pending = _review_clocks.pending(rows)
    last: Appeal | None = rows.last(Appeal)
    ordered = pending is not None and pending.repair_ordered_on is not None
    repaired = pending is not None and _review_clocks.repaired_on(rows, pending) is not None
    return {
        "judgment_given": last is not None and last.judged_on is not None,
        "interim_judgment": ordered and not repaired,
        "repair_pending": repaired,
        "decision_annulled": last is not None and last.outcome == ANNULLED,
        "appeal_term_over": pending is None and _over(rows, today),
        "judgment_final": pending is None and _final(rows, today),
    }


def _over(rows: Rows, today: date) -> bool:
    last: Objection | None = rows.last(Objection)
    known = last.made_known_on if last else None
    return known is not None and _passed("DL14", known, today)


def _final(rows: Rows, today: date) -> bool:
    """Whether nothing can be brought against the judgment any more."""
    first = _review_clocks.appeal(rows, DISTRICT)
    second = _review_clocks.appeal(rows, COUNCIL)
    if second and second.judged_on:
        return True
    judged = first.judged_on if first else None
    return judged is not None and _passed("DL15", judged, today)


def _passed(term: str, start: date, today: date) -> bool:
    """Whether no appeal can come in any more, one posted in time included (Awb 6:9 lid 2)."""
    margin = timedelta(days=limit("POSTED", today).value)
    return today > compute(TermRequest(term, start)).due + margin


def mandated(decision: Decision) -> bool:
    """Whether the decision was taken of own right or by a mandate in force on its day.

    A decision from before the register was kept is not judged by it.
    """
    held = decision.mandate
    return held is None or in_force(held, decision.decided_on)
