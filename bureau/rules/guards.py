"""The named conditions of the procedure: pure predicates, with their words and basis as rows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

from bureau.rules.deadlines import limit
from bureau.rules.facts import ProcedureFacts
from bureau.rules.roles import reportable
from bureau.rules.tables import Row, Table, Texts, table
from bureau.rules.vocabulary import Danger, DecisionKind, Stage

Predicate = Callable[[ProcedureFacts], bool]

_PRIVATE_LAW = (DecisionKind.CONTRACT, DecisionKind.PROPERTY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard(Row):
    """What must hold before a step may be taken, in words, with its legal basis."""

    text: Texts


def guards() -> Table[Guard]:
    """The words of every guard."""
    return table("guards", Guard)


def _receipt_date_known(facts: ProcedureFacts) -> bool:
    return facts.has_receipt_date or facts.stage is Stage.EXISTING


def _supplement_unused(facts: ProcedureFacts) -> bool:
    incomplete = facts.supplement_received and facts.gaps_open > 0
    return incomplete or (facts.supplement_lapsed and not facts.supplement_received)


def _within_not_treated_term(facts: ProcedureFacts) -> bool:
    return facts.not_treated_until is not None and facts.today <= facts.not_treated_until


def _cap_reached(facts: ProcedureFacts) -> bool:
    end = facts.suspended_at_most_until
    return not facts.advice_present and end is not None and facts.today > end


def _assessment_complete(facts: ProcedureFacts) -> bool:
    assessed = Danger.UNKNOWN not in (facts.danger_a, facts.danger_b)
    return assessed and facts.art_3_6 is not None


def _worst(facts: ProcedureFacts) -> Danger:
    order = (Danger.SERIOUS, Danger.UNKNOWN, Danger.LESSER, Danger.NONE)
    return min(facts.danger_a, facts.danger_b, key=order.index)


def _no_measure_open(facts: ProcedureFacts) -> bool:
    refusable = _serious_or_art_3_6(facts) and facts.refusal_proportionate is not False
    grave = _serious_or_art_3_6(facts) or _worst(facts) is Danger.LESSER
    return grave and not refusable and not facts.conditions_identifiable


def _serious_or_art_3_6(facts: ProcedureFacts) -> bool:
    if facts.decision is DecisionKind.CONTRACT:
        return facts.exclusion_ground
    return _worst(facts) is Danger.SERIOUS or facts.art_3_6 is True


def _view_closed(facts: ProcedureFacts) -> bool:
    return facts.view_handled if facts.view_received else facts.view_term_lapsed


def _objection_in_time(facts: ProcedureFacts) -> bool:
    lodged, end = facts.objection_on, facts.objection_until
    if lodged is None or end is None:
        return False
    posted = facts.objection_posted_on
    margin = timedelta(days=limit("POSTED", facts.today).value)
    by_post = posted is not None and posted <= end and lodged <= end + margin
    return lodged <= end or by_post or facts.objection_excused


def _register_without_partners(facts: ProcedureFacts) -> bool:
    return all(reportable(codes, facts.today) for codes in facts.register_roles)


def _application_pending(facts: ProcedureFacts) -> bool:
    return facts.stage is Stage.APPLICATION and facts.has_receipt_date


_OWN: dict[str, Predicate] = {
    "receipt_date_known": _receipt_date_known,
    "no_ordinary_ground": lambda facts: not facts.ordinary_ground_met,
    "selected_by_policy": lambda facts: facts.selected_by_policy or facts.signal_present,
    "not_selected": lambda facts: not (facts.selected_by_policy or facts.signal_present),
    "not_screened_before": lambda facts: not facts.screened_unchanged,
    "form_complete": lambda facts: facts.gaps_open == 0,
    "gaps_found": lambda facts: facts.gaps_open > 0,
    "supplement_unused": _supplement_unused,
    "new_application": lambda facts: facts.stage is Stage.APPLICATION,
    "within_not_treated_term": _within_not_treated_term,
    "existing_decision": lambda facts: facts.stage is Stage.EXISTING,
    "refusal_can_count": lambda facts: facts.decision not in _PRIVATE_LAW,
    "no_open_indicators": lambda facts: facts.open_indicators == 0,
    "light_check_signed": lambda facts: facts.second_reader_signed,
    "open_indicators": lambda facts: facts.open_indicators > 0 or facts.finance_unclear,
    "delay_agreed_or_attributable": lambda facts: facts.delay_agreed or facts.delay_attributable,
    "bureau_question_answered": lambda facts: not facts.bureau_question_open,
    "cap_reached": _cap_reached,
    "readers_appointed": lambda facts: facts.advice_readers > 0 or not facts.advice_present,
    "assessment_complete": _assessment_complete,
    "no_danger": lambda facts: _worst(facts) is Danger.NONE,
    "no_art_3_6": lambda facts: not facts.art_3_6,
    "lesser_danger": lambda facts: _worst(facts) is Danger.LESSER,
    "serious_danger": lambda facts: _worst(facts) is Danger.SERIOUS,
    "refusal_disproportionate": lambda facts: facts.refusal_proportionate is False,
    "serious_or_art_3_6": _serious_or_art_3_6,
    "no_measure_open": _no_measure_open,
    "measure_proportionate": lambda facts: facts.refusal_proportionate is True,
    "advice_copy_enclosed": lambda facts: facts.advice_copy_enclosed or not facts.advice_present,
    "secrecy_notice_given": lambda facts: facts.secrecy_notice_given or not facts.advice_present,
    "view_closed": _view_closed,
    "adverse_decision_weighed": (
        lambda facts: facts.proportionality_recorded or not facts.adverse_on_bibob
    ),
    "register_settled": lambda facts: facts.register_reported or facts.register_not_applicable,
    "register_without_partners": _register_without_partners,
    "application_pending": _application_pending,
    "objection_in_time": _objection_in_time,
}

# These ask for exactly the fact that carries their name.
_PLAIN = (
    *("scope_known", "ordinary_ground_met", "ordinary_ground_reasoned", "form_returned"),
    *("supplement_offered", "form_refused", "foreign_request_told", "own_findings_sufficient"),
    *("own_investigation_used", "bureau_question_open", "bureau_answer_refused"),
    *("bureau_declined", "extension_notified", "advice_present", "second_reader_signed"),
    *("conditions_identifiable", "proportionality_recorded", "view_received", "new_facts"),
    *("supplementary_advice_received", "decision_made_known", "mandate_held"),
    *("objection_reconsidered", "judgment_given", "interim_judgment", "rescreen_trigger"),
    *("monitoring_over", "applicant_recorded", "objection_withdrawn", "appeal_term_over"),
    *("judgment_final", "decision_annulled", "repair_pending"),
)


def _fact(name: str) -> Predicate:
    return lambda facts: getattr(facts, name) is True


PREDICATES: Mapping[str, Predicate] = MappingProxyType(
    {**{name: _fact(name) for name in _PLAIN}, **_OWN}
)
