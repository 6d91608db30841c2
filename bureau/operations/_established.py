"""What the stored rows of a case establish, in the words that the guards of the procedure use."""

from collections.abc import Callable
from datetime import date
from typing import Any

from bureau.model import (
    Advice,
    Assessment,
    Decision,
    Finding,
    Hearing,
    IndicatorAnswer,
    Lookup,
    Move,
    PartyRole,
    Questionnaire,
    Screening,
    Supplement,
    Suspension,
    Weighing,
)
from bureau.operations import _clocks, _gaps, _ordinary, _outcomes, _review_facts
from bureau.operations._rows import Rows
from bureau.rules.facts import ProcedureFacts
from bureau.rules.indicators import SignalStatus
from bureau.rules.scope import scopes
from bureau.rules.terms import TermRequest, compute
from bureau.rules.vocabulary import SILENT, Danger, Manner, Stage

Established = dict[str, Any]
LIGHT, PENDING = "ST50", ("ST70", "ST71", "ST73", "ST75")


def facts(rows: Rows, today: date) -> ProcedureFacts:
    """Everything the guards may ask about a case on a day."""
    found: Established = {}
    for part in _PARTS:
        found |= part(rows, today)
    return ProcedureFacts(today=today, **found)


def _intake(rows: Rows, _: date) -> Established:
    screening = rows.screening
    if screening is None:
        return {}
    scope = scopes().find(screening.scope, screening.law_date)
    return {
        "scope_known": scope is not None,
        **({"decision": scope.decision} if scope else {}),
        "stage": Stage(screening.stage),
        "applicant_recorded": screening.applicant_id is not None,
        "has_receipt_date": screening.received_on is not None,
        "ordinary_ground_met": _ordinary.decides(rows),
        "ordinary_ground_reasoned": _ordinary.reasoned(rows),
        "selected_by_policy": bool(screening.policy_reason),
        "signal_present": any(move.transition == "T01" for move in rows.all(Move)),
        "screened_unchanged": screening.screened_unchanged,
        "form_refused": screening.form_refused,
        "register_reported": bool(screening.register_entities),
        "register_not_applicable": _no_report(screening),
        "register_roles": _register_roles(rows, screening),
    }


def _no_report(screening: Screening) -> bool:
    return screening.register_reported_on is not None and not screening.register_entities


def _register_roles(rows: Rows, screening: Screening) -> tuple[frozenset[str], ...]:
    roles: list[PartyRole] = rows.all(PartyRole)
    return tuple(
        frozenset(row.role for row in roles if str(row.entity_id) == entity)
        for entity in screening.register_entities
    )


def _form(rows: Rows, today: date) -> Established:
    form: Questionnaire | None = rows.last(Questionnaire)
    asked: Supplement | None = rows.last(Supplement)
    since = _clocks.untreated_since(asked, today)
    return {
        "form_returned": form is not None and form.returned_on is not None,
        "gaps_open": len(_gaps.gaps(rows)),
        "supplement_offered": asked is not None,
        "supplement_received": asked is not None and asked.completed_on is not None,
        "supplement_lapsed": asked is not None and today > asked.until_on,
        "not_treated_until": compute(TermRequest("DL04", since)).due if since else None,
    }


def _investigation(rows: Rows, _: date) -> Established:
    indicators: list[IndicatorAnswer] = rows.all(IndicatorAnswer)
    causes = {row.rule for row in rows.all(Suspension) if row.until_on is None}
    return {
        "open_indicators": sum(_is_open(row) for row in indicators),
        "finance_unclear": _finance_unclear(rows),
        "foreign_request_told": "SUS2" in causes,
        "delay_agreed": any(row.rule == "SUS3" for row in rows.all(Suspension)),
        "delay_attributable": any(row.rule == "SUS4" for row in rows.all(Suspension)),
        "own_findings_sufficient": bool(rows.all(Finding)),
        "own_investigation_used": bool(rows.all(Lookup)),
        "second_reader_signed": _signed(rows),
        "bureau_question_open": "SUS6" in causes,
    }


def _is_open(row: IndicatorAnswer) -> bool:
    return row.status == "open" and row.signal == SignalStatus.FIRED


def _finance_unclear(rows: Rows) -> bool:
    """A question about money was carried on, or an answer contradicts another."""
    carried = any(
        row.status == "carried" and row.code.startswith("FIN") for row in rows.all(IndicatorAnswer)
    )
    answers = (answer for form in rows.all(Questionnaire) for answer in form.answers)
    return carried or any(answer.status == "contradictory" for answer in answers)


def _signed(rows: Rows) -> bool:
    """In the light check its closing counts, afterwards the signature under each ground."""
    screening = rows.screening
    if rows.case.state == LIGHT:
        return screening is not None and screening.light_closed_by_id is not None
    found: list[Assessment] = rows.all(Assessment)
    return bool(found) and all(row.signed_by_id for row in found)


def _assessment(rows: Rows, _: date) -> Established:
    degrees: dict[str, Assessment] = {row.ground: row for row in rows.all(Assessment)}
    memo: Weighing | None = rows.last(Weighing)

    def degree(ground: str) -> Danger:
        return degrees[ground].danger if ground in degrees else Danger.UNKNOWN

    return {
        "danger_a": degree("a"),
        "danger_b": degree("b"),
        "art_3_6": degrees["art_3_6"].present if "art_3_6" in degrees else None,
        "exclusion_ground": "procurement" in degrees and degrees["procurement"].present,
        "conditions_identifiable": memo is not None and bool(memo.conditions_identifiable),
        "refusal_proportionate": memo.proportionate if memo else None,
        "proportionality_recorded": memo is not None,
    }


def _advice(rows: Rows, today: date) -> Established:
    advices: list[Advice] = rows.all(Advice)
    if not advices:
        return {}
    last = advices[-1]
    counted = [last] if rows.case.state in PENDING else advices
    readers = last.document.readers if last.document else []
    supplementary = len(advices) > 1 and last.received_on is not None
    return {
        "bureau_answer_refused": last.questions_refused,
        "bureau_declined": last.declined_on is not None,
        "extension_notified": last.extended_on is not None,
        "suspended_at_most_until": _clocks.cap_end(rows, last, today),
        "advice_present": any(advice.received_on for advice in counted),
        "advice_readers": len(readers),
        "supplementary_advice_received": supplementary,
    }


def _hearing(rows: Rows, today: date) -> Established:
    hearing: Hearing | None = rows.last(Hearing)
    if hearing is None:
        return {}
    given = hearing.received_on is not None and hearing.manner not in SILENT
    return {
        "advice_copy_enclosed": hearing.advice_copied,
        "secrecy_notice_given": hearing.secrecy_notice,
        "view_received": given,
        "view_handled": given and all(point.answer for point in hearing.points),
        "view_term_lapsed": today > hearing.until_on or hearing.manner == Manner.WAIVED,
        "new_facts": hearing.new_facts,
    }


def _decision(rows: Rows, _: date) -> Established:
    decision: Decision | None = rows.last(Decision)
    if decision is None:
        return {}
    known = decision.made_known_on
    rule = _outcomes.OUTCOMES.get(decision.holds)
    return {
        "decision_made_known": known is not None,
        "mandate_held": _review_facts.mandated(decision),
        "adverse_on_bibob": rule is not None and rule.burdens and not _ordinary.decides(rows),
    }


_PARTS: tuple[Callable[[Rows, date], Established], ...] = (
    *(_intake, _form, _investigation, _assessment, _advice, _hearing, _decision),
    _review_facts.review,
)
