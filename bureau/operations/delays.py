"""A decision that comes late: the letter of delay (Awb 4:14) and the notice of default (4:17)."""

from datetime import date
from uuid import UUID

from bureau.errors import Invalid, NotAllowed
from bureau.model import Case, DefaultNotice, DelayLetter, Objection
from bureau.operations import _clocks, _procedure, _review_clocks, _rows
from bureau.operations._checks import not_before, one_of, past, said
from bureau.operations._clock import CaseClock
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Stage
from bureau.work import Work

ABOUT = ("application", "objection")
LONGEST_AHEAD = 366


def send_delay(
    work: Work,
    case_id: UUID,
    until: date,
    reason: str,
    *,
    statutory: bool = False,
    on: date | None = None,
) -> DelayLetter:
    """Tell the applicant, before the term ends, by when the decision comes (DL05).

    Without a statutory term the new date is the end of the decision term (Awb 4:14 lid 3); with
    one it extends nothing (lid 1). An environment permit is put off by its own six weeks, once.
    """
    case = work.case(case_id, Permission.CASE_STEP)
    _procedure.screening(work, case)
    sent = _sent(work, case, until, on)
    row = DelayLetter(
        case_id=case.id,
        sent_on=sent,
        until_on=not_before(until, "until", sent),
        statutory=statutory,
        reason=said(reason, "reason"),
    )
    work.session.add(row)
    work.record(EventKind.DELAY_TOLD, row, until=until.isoformat(), statutory=statutory)
    return row


def _sent(work: Work, case: Case, until: date, on: date | None) -> date:
    """The day of the letter; raises NotAllowed once the term is over, Invalid for a far date."""
    main = _main(work, case)
    sent = past(work, on, "on", main.started_on)
    if not main.open or sent > main.due:
        raise NotAllowed(
            "A letter of delay is sent while the decision term runs; it ended on {due}.",
            where={"guard": "term_running", "basis": "Awb 4:14"},
            hint="Decide as soon as possible; a notice of default starts the penalty.",
            due=main.due.isoformat(),
        )
    if (until - sent).days > LONGEST_AHEAD:
        raise Invalid(
            "A new date of more than a year ahead is not reasonable.",
            where={"field": "until"},
            hint="Check the year of the date.",
        )
    return sent


def receive_default(
    work: Work, case_id: UUID, about: str, note: str, on: date | None = None
) -> DefaultNotice:
    """A written notice of default came in (DL17); raises NotAllowed when nothing is overdue.

    A notice before the term ended has no effect (Awb 4:17 lid 3, 6:12), nor has a second one.
    """
    case = work.case(case_id, Permission.CASE_STEP)
    _procedure.screening(work, case)
    _insist_effect(work, case, one_of(about, "about", ABOUT))
    late = _objection_term(work, case) if about == ABOUT[1] else _main(work, case)
    received = past(work, on, "received_on", late.started_on)
    if received <= late.due or (late.finished_on and late.finished_on < received):
        raise NotAllowed(
            "On {day} no decision was overdue, so this notice has no effect.",
            where={"guard": "decision_overdue", "basis": "Awb 4:17(3), 6:12(2)"},
            hint="The last day was {due}. Answer the letter, and note it with the case.",
            due=late.due.isoformat(),
            day=received.isoformat(),
        )
    row = DefaultNotice(
        case_id=case.id,
        about=about,
        received_on=received,
        overdue_since=late.due,
        note=said(note, "note"),
    )
    work.session.add(row)
    work.record(EventKind.DEFAULT_RECEIVED, row, about=about, on=received.isoformat())
    return row


def _insist_effect(work: Work, case: Case, about: str) -> None:
    """One open notice about the same, and about an application for a decision of public law."""
    kept = _rows.rows(work.session, case, _rows.COURSE)
    screening = kept.screening
    existing = screening is None or screening.stage == Stage.EXISTING
    if about == ABOUT[0] and (existing or not _review_clocks.disputable(kept, work.today)):
        raise NotAllowed(
            "No decision on an application is due here, so a notice of default has no effect.",
            where={"guard": "decision_on_application", "basis": "Awb 1:3(3), 4:17(1)"},
            hint="Answer the letter, and note it with the case.",
        )
    notices: list[DefaultNotice] = kept.all(DefaultNotice)
    if any(row.about == about and _review_clocks.met_on(kept, row) is None for row in notices):
        raise NotAllowed(
            "A notice of default about this is already recorded; a second has no effect.",
            where={"guard": "one_notice", "basis": "Awb 4:17(3)"},
            hint="The first notice counts; see its clock.",
        )


def _main(work: Work, case: Case) -> CaseClock:
    return _clocks.clocks(_rows.rows(work.session, case, _rows.COURSE), work.today)[0]


def _objection_term(work: Work, case: Case) -> CaseClock:
    kept = _rows.rows(work.session, case, _rows.COURSE)
    found: Objection | None = _review_clocks.objection(kept)
    if found is None:
        raise NotAllowed(
            "No objection waits for a decision.",
            where={"guard": "objection_lodged", "basis": "Awb 7:10", "state": case.state},
            hint="Choose the application, or record the objection first.",
        )
    return next(row for row in _clocks.clocks(kept, work.today) if row.term == "DL13")
