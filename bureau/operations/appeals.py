"""The road through the courts (Awb 8): appeal, judgment, an order to repair, a further appeal."""

from datetime import date
from uuid import UUID

from bureau.errors import NotAllowed
from bureau.model import Appeal, Case
from bureau.operations import _procedure, _review_clocks, _rows
from bureau.operations._checks import not_before, one_of, past, said
from bureau.operations._review_clocks import COUNCIL, DISTRICT
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.standings import JudgmentOutcome
from bureau.work import Work

STANDS = {"ST111": DISTRICT, "ST112": COUNCIL}
UNSAID = "other"


def lodge_appeal(work: Work, case_id: UUID, note: str, on: date | None = None) -> Appeal:
    """An appeal was lodged: at the district court, or after its judgment at the Council of State.

    The court judges whether it is in time. Raises NotAllowed where none can lie.
    """
    case = work.case(case_id, Permission.CASE_STEP)
    instance = STANDS.get(case.state)
    kept = _rows.rows(work.session, case, _rows.COURSE)
    if instance is None or _review_clocks.pending(kept):
        raise NotAllowed(
            "No appeal can be recorded now.",
            where={"guard": "appeal_open", "basis": "Awb 7:1, 8:1, 8:104", "state": case.state},
            hint="An appeal follows a decision on an objection, a further appeal a judgment.",
        )
    since = max((move.taken_on for move in case.moves), default=case.opened_on)
    row = Appeal(
        case_id=case.id,
        instance=instance,
        lodged_on=past(work, on, "on", since),
        note=said(note, "note"),
    )
    work.session.add(row)
    work.record(EventKind.APPEAL_LODGED, row, instance=instance, on=row.lodged_on.isoformat())
    return row


def order_repair(
    work: Work, case_id: UUID, reason: str, on: date | None = None, *, until: date | None = None
) -> Appeal:
    """An interim judgment gives the occasion to repair the decision within its term (T43)."""
    case = work.case(case_id, Permission.CASE_STEP)
    row = _pending(work, case)
    day = _procedure.day(work, case, on)
    row.repair_ordered_on = day
    row.repair_until = not_before(until, "until", day) if until else None
    _procedure.move(work, case, "T43", reason, day)
    work.record(EventKind.JUDGMENT_GIVEN, row, outcome="interim", until=str(until or ""))
    return row


def record_judgment(
    work: Work, case_id: UUID, reason: str, on: date | None = None, *, outcome: str = UNSAID
) -> Appeal:
    """The judgment on the pending appeal, by the day it was sent (T42 from the district court)."""
    case = work.case(case_id, Permission.CASE_STEP)
    row = _pending(work, case)
    day = _procedure.day(work, case, on)
    row.judged_on = not_before(day, "on", row.lodged_on)
    row.outcome = one_of(outcome, "outcome", tuple(JudgmentOutcome))
    row.judgment = said(reason, "reason")
    if row.instance == DISTRICT:
        _procedure.move(work, case, "T42", reason, day)
    work.record(EventKind.JUDGMENT_GIVEN, row, outcome=outcome, instance=row.instance)
    return row


def _pending(work: Work, case: Case) -> Appeal:
    found = _review_clocks.pending(_rows.rows(work.session, case, _rows.COURSE))
    if found is None or case.state not in STANDS:
        raise NotAllowed(
            "No appeal waits for a judgment.",
            where={"guard": "appeal_lodged", "basis": "Awb 8:66", "state": case.state},
            hint="Record the appeal first, with the day on which it was lodged.",
        )
    return found
