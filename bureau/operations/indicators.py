"""Risk indicators over the facts of a case: computed, explained, and answered by a person."""

from dataclasses import replace
from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid
from bureau.model import Case, IndicatorAnswer
from bureau.operations import _procedure, _round_trips, _rows, _thresholds
from bureau.operations._checks import one_of, said
from bureau.operations._indicator_answers import from_form
from bureau.operations._indicator_deals import from_deals
from bureau.operations._indicator_estate import from_estate
from bureau.operations._indicator_figures import completed, figures, from_figures
from bureau.operations._indicator_people import from_people
from bureau.operations._indicator_ties import from_ties
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.indicator_facts import IndicatorFacts
from bureau.rules.indicators import Signal, SignalStatus, indicators, measure
from bureau.rules.standings import IndicatorStanding
from bureau.rules.tables import Texts
from bureau.work import Work

OPEN, PAYER = "open", "FIN-07"


def compute_indicators(work: Work, case_id: UUID) -> list[IndicatorAnswer]:
    """Compute every indicator from the stored facts; none decides and nothing is added up.

    What a person answered stays; where the inputs changed the question is open again and the
    answer is kept as one on older facts.
    """
    case = work.case(case_id, Permission.CASE_EDIT)
    _procedure.screening(work, case)
    had = {row.code: row for row in _kept(work, case)}
    signals = _signals(work, case, _facts(work, case))
    found = [_refreshed(work, case, had.get(signal.code), signal, v) for signal, v in signals]
    fired = sum(row.signal == SignalStatus.FIRED for row in found)
    work.record(EventKind.INDICATORS_COMPUTED, case, computed=len(found), fired=fired)
    return found


def _facts(work: Work, case: Case) -> IndicatorFacts:
    rows = _rows.rows(work.session, case)
    known = figures(work.session, case, work.today)
    deals = {**from_deals(work.session, case), **from_estate(work.session, case, known, work.today)}
    return IndicatorFacts(
        today=work.today,
        **from_form(rows),
        **from_ties(work.session, rows, work.today),
        **completed(deals, known),
        **from_people(work.session, rows, known, work.today),
        **from_figures(known),
        round_trips=_round_trips.found(work.session, case),
    )


def _signals(work: Work, case: Case, facts: IndicatorFacts) -> list[tuple[Signal, str]]:
    """Every signal with the versions of the thresholds that it was held against.

    Who should have paid is asked where no pay-out of a loan could be compared.
    """
    compared = any(payment.expected_payers for payment in facts.payments or ())
    unknown = replace(facts, payments=facts.payments if compared else None)
    made = _thresholds.changes(work.session, case.organisation_id)
    found = []
    for row in indicators().on(work.today):
        limits = _thresholds.held(row, made, work.today)
        looked = unknown if row.code == PAYER else facts
        found.append((measure(row.code, looked, limits.values), limits.text()))
    return found


def _refreshed(
    work: Work, case: Case, row: IndicatorAnswer | None, signal: Signal, versions: str
) -> IndicatorAnswer:
    inputs = {name: _text(value) for name, value in signal.inputs}
    if signal.threshold:
        inputs |= {"threshold": signal.threshold, "threshold_version": versions}
    if row is None:
        row = IndicatorAnswer(case_id=case.id, code=signal.code, status=OPEN)
        work.session.add(row)
    elif (row.signal, row.inputs) == (signal.status.value, inputs):
        return row
    row.signal, row.inputs = signal.status.value, inputs
    row.explanation_nl, row.explanation_en = signal.explanation.nl, signal.explanation.en
    row.before = row.before or (row.status if row.status not in (OPEN, None) else "")
    row.computed_at, row.status = work.now, OPEN
    row.reason = row.reason or ""
    return row


def _text(value: str | Texts) -> str:
    return value.nl if isinstance(value, Texts) else value


def _kept(work: Work, case: Case) -> list[IndicatorAnswer]:
    query = select(IndicatorAnswer).where(IndicatorAnswer.case_id == case.id)
    return list(work.session.scalars(query.order_by(IndicatorAnswer.code)))


def list_indicators(work: Work, case_id: UUID) -> list[IndicatorAnswer]:
    """The indicators as last computed, with what a person made of them."""
    case = work.case(case_id, Permission.NETWORK_READ)
    found = _kept(work, case)
    work.record(EventKind.CASE_READ, case, part="indicators", shown=len(found))
    return found


def answer_indicator(
    work: Work, case_id: UUID, code: str, status: str, reason: str, version: int
) -> IndicatorAnswer:
    """Say what is made of an indicator, with the reason: explained, dismissed, or carried on.

    Raises Changed when it was computed or answered anew meanwhile.
    """
    case = work.case(case_id, Permission.CASE_EDIT)
    one_of(code, "code", indicators().codes())
    row = next((each for each in _kept(work, case) if each.code == code), None)
    if row is None:
        raise Invalid(
            "The indicators of this case were not computed yet.",
            where={"field": "code"},
            hint="Compute the indicators first.",
        )
    new = {
        "status": one_of(status, "status", tuple(IndicatorStanding)),
        "reason": said(reason, "reason"),
    }
    work.expect(row, version, new)
    row.status, row.reason, row.before = new["status"], new["reason"], ""
    row.answered_by_id, row.answered_at = work.actor.id, work.now
    work.record(EventKind.INDICATOR_ANSWERED, row, code=code, status=status)
    return row
