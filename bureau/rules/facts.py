"""What is established about a screening, as far as the procedure asks for it."""

from dataclasses import dataclass
from datetime import date

from bureau.rules.vocabulary import Danger, DecisionKind, Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureFacts:
    """The facts that guards look at; what is not established is False, empty or None."""

    today: date
    decision: DecisionKind = DecisionKind.LICENCE
    stage: Stage = Stage.APPLICATION

    # Intake, ordinary grounds and scope.
    scope_known: bool = False
    applicant_recorded: bool = False
    has_receipt_date: bool = False
    ordinary_ground_met: bool = False
    ordinary_ground_reasoned: bool = False
    selected_by_policy: bool = False
    signal_present: bool = False
    screened_unchanged: bool = False

    # The form and its completeness (Awb 4:5).
    form_returned: bool = False
    form_refused: bool = False
    gaps_open: int = 0
    supplement_offered: bool = False
    supplement_received: bool = False
    supplement_lapsed: bool = False
    not_treated_until: date | None = None

    # The own investigation.
    open_indicators: int = 0
    finance_unclear: bool = False
    foreign_request_told: bool = False
    delay_agreed: bool = False
    delay_attributable: bool = False
    own_findings_sufficient: bool = False
    own_investigation_used: bool = False
    second_reader_signed: bool = False

    # The assessment of danger.
    danger_a: Danger = Danger.UNKNOWN
    danger_b: Danger = Danger.UNKNOWN
    art_3_6: bool | None = None
    exclusion_ground: bool = False
    conditions_identifiable: bool = False
    refusal_proportionate: bool | None = None
    proportionality_recorded: bool = False

    # The National Bibob Office and its advice.
    bureau_question_open: bool = False
    bureau_answer_refused: bool = False
    bureau_declined: bool = False
    extension_notified: bool = False
    suspended_at_most_until: date | None = None
    advice_present: bool = False
    advice_readers: int = 0
    supplementary_advice_received: bool = False

    # The intended decision and the view on it.
    advice_copy_enclosed: bool = False
    secrecy_notice_given: bool = False
    view_received: bool = False
    view_handled: bool = False
    view_term_lapsed: bool = False
    new_facts: bool = False

    # The decision and what follows.
    decision_made_known: bool = False
    mandate_held: bool = False
    adverse_on_bibob: bool = False
    register_reported: bool = False
    register_not_applicable: bool = False
    register_roles: tuple[frozenset[str], ...] = ()
    objection_on: date | None = None
    objection_until: date | None = None
    objection_posted_on: date | None = None
    objection_excused: bool = False
    objection_withdrawn: bool = False
    objection_reconsidered: bool = False
    judgment_given: bool = False
    interim_judgment: bool = False
    appeal_term_over: bool = False
    judgment_final: bool = False
    decision_annulled: bool = False
    repair_pending: bool = False
    rescreen_trigger: bool = False
    monitoring_over: bool = False
