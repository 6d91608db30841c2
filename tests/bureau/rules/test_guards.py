from datetime import date, timedelta

import pytest

from bureau.rules.facts import ProcedureFacts
from bureau.rules.guards import PREDICATES, guards
from bureau.rules.vocabulary import Danger, DecisionKind, Stage

TODAY = date(2026, 11, 20)
CONTRACT = DecisionKind.CONTRACT
SERIOUS, LESSER, NONE = Danger.SERIOUS, Danger.LESSER, Danger.NONE

BEFORE = TODAY - timedelta(days=7)
CASES = [
    ("receipt_date_known", {"has_receipt_date": True}, {}),
    ("receipt_date_known", {"stage": Stage.EXISTING}, {}),
    ("no_ordinary_ground", {}, {"ordinary_ground_met": True}),
    ("selected_by_policy", {"signal_present": True}, {}),
    ("not_selected", {}, {"signal_present": True}),
    ("not_screened_before", {}, {"screened_unchanged": True}),
    ("form_complete", {"gaps_open": 0}, {"gaps_open": 1}),
    ("gaps_found", {"gaps_open": 1}, {"gaps_open": 0}),
    ("supplement_unused", {"supplement_lapsed": True}, {}),
    ("supplement_unused", {"supplement_received": True, "gaps_open": 1}, {"gaps_open": 1}),
    ("supplement_unused", {"supplement_lapsed": True}, {"supplement_received": True}),
    ("new_application", {}, {"stage": Stage.EXISTING}),
    ("within_not_treated_term", {"not_treated_until": TODAY}, {}),
    ("within_not_treated_term", {"not_treated_until": TODAY}, {"not_treated_until": date.min}),
    ("existing_decision", {"stage": Stage.EXISTING}, {}),
    ("refusal_can_count", {}, {"decision": CONTRACT}),
    ("refusal_can_count", {}, {"decision": DecisionKind.PROPERTY}),
    ("no_open_indicators", {}, {"open_indicators": 2}),
    ("light_check_signed", {"second_reader_signed": True}, {}),
    ("open_indicators", {"finance_unclear": True}, {}),
    ("delay_agreed_or_attributable", {"delay_attributable": True}, {}),
    ("bureau_question_answered", {}, {"bureau_question_open": True}),
    ("cap_reached", {"suspended_at_most_until": date.min}, {"suspended_at_most_until": TODAY}),
    ("cap_reached", {"suspended_at_most_until": date.min}, {"advice_present": True}),
    ("readers_appointed", {"advice_present": True, "advice_readers": 1}, {"advice_present": True}),
    (
        "assessment_complete",
        {"danger_a": NONE, "danger_b": LESSER, "art_3_6": False},
        {"danger_a": NONE, "danger_b": LESSER},
    ),
    ("no_danger", {"danger_a": NONE, "danger_b": NONE}, {"danger_a": NONE}),
    ("no_art_3_6", {}, {"art_3_6": True}),
    ("lesser_danger", {"danger_a": LESSER, "danger_b": NONE}, {"danger_a": LESSER}),
    ("serious_danger", {"danger_a": SERIOUS}, {"danger_a": LESSER}),
    ("refusal_disproportionate", {"refusal_proportionate": False}, {}),
    ("measure_proportionate", {"refusal_proportionate": True}, {}),
    ("serious_or_art_3_6", {"danger_b": SERIOUS}, {}),
    ("serious_or_art_3_6", {"art_3_6": True}, {}),
    (
        "serious_or_art_3_6",
        {"decision": CONTRACT, "exclusion_ground": True},
        {"decision": CONTRACT, "danger_a": SERIOUS},
    ),
    (
        "no_measure_open",
        {"danger_a": SERIOUS, "refusal_proportionate": False},
        {"danger_a": SERIOUS, "refusal_proportionate": True},
    ),
    ("no_measure_open", {"danger_b": Danger.LESSER, "danger_a": Danger.NONE}, {}),
    (
        "no_measure_open",
        {"art_3_6": True, "refusal_proportionate": False},
        {"art_3_6": True, "refusal_proportionate": False, "conditions_identifiable": True},
    ),
    ("advice_copy_enclosed", {}, {"advice_present": True}),
    ("secrecy_notice_given", {}, {"advice_present": True}),
    ("view_closed", {"view_term_lapsed": True}, {}),
    ("view_closed", {"view_received": True, "view_handled": True}, {"view_received": True}),
    ("adverse_decision_weighed", {}, {"adverse_on_bibob": True}),
    ("register_settled", {"register_not_applicable": True}, {}),
    (
        "register_without_partners",
        {"register_roles": (frozenset({"R01"}), frozenset({"R05", "R06"}))},
        {"register_roles": (frozenset({"R01"}), frozenset({"R06"}))},
    ),
    ("application_pending", {"has_receipt_date": True}, {}),
    ("application_pending", {"has_receipt_date": True}, {"stage": Stage.EXISTING}),
    (
        "objection_in_time",
        {"objection_on": TODAY, "objection_until": TODAY},
        {"objection_on": TODAY, "objection_until": date.min},
    ),
    (
        "objection_in_time",
        {"objection_on": TODAY, "objection_until": BEFORE, "objection_posted_on": BEFORE},
        {"objection_on": TODAY, "objection_until": BEFORE, "objection_posted_on": TODAY},
    ),
    (
        "objection_in_time",
        {"objection_on": TODAY, "objection_until": BEFORE, "objection_excused": True},
        {"objection_on": TODAY, "objection_until": BEFORE},
    ),
]


@pytest.mark.parametrize("name, holds, fails", CASES)
def test_a_guard_holds_and_fails(name, holds, fails):
    assert PREDICATES[name](ProcedureFacts(today=TODAY, **holds))
    assert not PREDICATES[name](ProcedureFacts(today=TODAY, **fails))


def test_every_guard_has_words_and_a_basis():
    assert set(guards().codes()) == set(PREDICATES)


PLAIN = sorted(set(PREDICATES) - {case[0] for case in CASES})


@pytest.mark.parametrize("name", PLAIN)
def test_every_other_guard_asks_for_the_fact_of_its_name(name):
    assert PREDICATES[name](ProcedureFacts(today=TODAY, **{name: True}))
    assert not PREDICATES[name](ProcedureFacts(today=TODAY))
