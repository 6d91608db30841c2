from dataclasses import replace
from datetime import date

import pytest

from bureau.errors import NotAllowed, OutOfOrder
from bureau.rules import procedure
from bureau.rules.deadlines import deadlines
from bureau.rules.facts import ProcedureFacts
from bureau.rules.procedure import advance, starts, state, states, steps, transitions
from bureau.rules.suspension import suspension_rules
from bureau.rules.tables import Table
from bureau.rules.vocabulary import Danger, DecisionKind, Stage

TODAY = date(2026, 11, 20)
BASE = ProcedureFacts(today=TODAY)
NEEDED = {
    "T01": {"scope_known": True},
    "T02": {"has_receipt_date": True},
    "T03": {"ordinary_ground_met": True, "ordinary_ground_reasoned": True},
    "T04": {"selected_by_policy": True, "applicant_recorded": True},
    "T05": {},
    "T06": {"form_returned": True},
    "T07": {"form_returned": True},
    "T08": {"gaps_open": 2, "applicant_recorded": True},
    "T09": {},
    "T10": {"supplement_offered": True, "supplement_lapsed": True, "not_treated_until": TODAY},
    "T11": {"stage": Stage.EXISTING, "form_refused": True},
    "T12": {"second_reader_signed": True},
    "T13": {"open_indicators": 1},
    "T14": {"foreign_request_told": True},
    "T15": {"delay_agreed": True},
    "T16": {"own_findings_sufficient": True},
    "T17": {"own_investigation_used": True},
    "T18": {"bureau_question_open": True},
    "T19": {},
    "T20": {"bureau_answer_refused": True},
    "T21": {"bureau_declined": True},
    "T22": {},
    "T23": {"extension_notified": True},
    "T24": {"suspended_at_most_until": date(2026, 11, 19)},
    "T25": {"advice_present": True},
    "T26": {"advice_present": True, "advice_readers": 2},
    "T27": {
        "danger_a": Danger.NONE,
        "danger_b": Danger.NONE,
        "art_3_6": False,
        "second_reader_signed": True,
    },
    "T28": {"danger_a": Danger.NONE, "danger_b": Danger.NONE, "art_3_6": False},
    "T29": {
        "danger_a": Danger.LESSER,
        "danger_b": Danger.NONE,
        "conditions_identifiable": True,
    },
    "T30": {
        "danger_a": Danger.SERIOUS,
        "refusal_proportionate": False,
        "conditions_identifiable": True,
        "proportionality_recorded": True,
    },
    "T51": {
        "danger_a": Danger.SERIOUS,
        "refusal_proportionate": False,
        "proportionality_recorded": True,
    },
    "T31": {
        "danger_b": Danger.SERIOUS,
        "refusal_proportionate": True,
        "proportionality_recorded": True,
    },
    "T32": {
        "advice_present": True,
        "advice_copy_enclosed": True,
        "secrecy_notice_given": True,
    },
    "T33": {"view_received": True, "new_facts": True},
    "T34": {"supplementary_advice_received": True},
    "T35": {"view_term_lapsed": True, "proportionality_recorded": True},
    "T36": {"decision_made_known": True, "mandate_held": True},
    "T37": {"register_reported": True, "register_roles": (frozenset({"R01"}),)},
    "T38": {"has_receipt_date": True},
    "T39": {},
    "T40": {"objection_on": TODAY, "objection_until": TODAY},
    "T41": {"objection_reconsidered": True},
    "T42": {"judgment_given": True},
    "T43": {"interim_judgment": True},
    "T44": {"rescreen_trigger": True},
    "T45": {"monitoring_over": True},
    "T46": {"objection_withdrawn": True},
    "T47": {"appeal_term_over": True},
    "T48": {"judgment_final": True},
    "T49": {"decision_annulled": True},
    "T50": {"repair_pending": True},
}
MOVES = [(start, move.code) for move in transitions() for start in starts(move, TODAY)]


@pytest.mark.parametrize("start, code", MOVES)
def test_every_row_of_the_table_can_be_taken(start, code):
    facts = replace(BASE, **NEEDED[code])
    assert advance(start, code, facts).code == code
    assert next(step for step in steps(start, facts) if step.transition.code == code).possible


@pytest.mark.parametrize("start", states().codes())
def test_no_step_outside_the_table_can_be_taken(start):
    for code in set(NEEDED) - {move for state_, move in MOVES if state_ == start}:
        with pytest.raises(NotAllowed, match=f"Step {code} cannot be taken from {start}"):
            advance(start, code, replace(BASE, **NEEDED[code]))


@pytest.mark.parametrize("code", [code for code, needed in NEEDED.items() if needed])
def test_a_step_is_refused_without_its_facts_and_names_the_guard(code):
    move = next(row for row in transitions() if row.code == code)
    facts = BASE
    if code in ("T26", "T32"):
        facts = replace(BASE, advice_present=True)
    with pytest.raises(NotAllowed) as refused:
        advance(starts(move, TODAY)[0], code, facts)
    assert refused.value.where["guard"] in move.guards
    assert refused.value.where["basis"]
    assert refused.value.hint


def test_a_withdrawal_is_possible_from_every_state_before_the_decision():
    found = starts(next(row for row in transitions() if row.code == "T38"), TODAY)
    codes = states().codes()
    before = [code for code in codes[: codes.index("ST100")] if code != "ST42"]
    assert list(found) == before


def test_every_state_can_be_reached():
    reached = {"ST00", "ST10"}
    while (
        new := {move.target for move in transitions() if set(starts(move, TODAY)) & reached}
        - reached
    ):
        reached |= new
    assert reached == set(states().codes())


def test_every_case_can_end():
    ends = {row.code for row in states() if row.final}
    assert ends == {"ST199"}
    while (
        new := {
            start for move in transitions() for start in starts(move, TODAY) if move.target in ends
        }
        - ends
    ):
        ends |= new
    assert ends == set(states().codes())


def test_final_states_have_no_steps():
    assert [row.code for row in states() if not steps(row.code, BASE)] == [
        row.code for row in states() if row.final
    ]


def test_steps_name_terms_and_suspensions_that_exist():
    known = set(deadlines().codes()) | set(suspension_rules().codes())
    assert {code for move in transitions() for code in (*move.begins, *move.ends)} <= known


@pytest.mark.parametrize(
    "change",
    [
        {"stage": Stage.APPLICATION},
        {"decision": DecisionKind.CONTRACT},
        {"decision": DecisionKind.PROPERTY},
    ],
)
def test_a_refused_form_counts_only_for_an_existing_licence(change):
    facts = replace(BASE, **{**NEEDED["T11"], **change})
    with pytest.raises(NotAllowed):
        advance("ST41", "T11", facts)


def test_after_four_weeks_an_application_can_no_longer_be_left_untreated():
    facts = replace(BASE, **{**NEEDED["T10"], "not_treated_until": date(2026, 11, 19)})
    with pytest.raises(NotAllowed) as refused:
        advance("ST41", "T10", facts)
    assert refused.value.where["guard"] == "within_not_treated_term"
    assert refused.value.where["basis"] == "Awb 4:5(4)"


@pytest.mark.parametrize("missing", ["advice_copy_enclosed", "secrecy_notice_given"])
def test_an_intention_leaves_only_with_the_advice_and_the_duty_of_secrecy(missing):
    facts = replace(BASE, **{**NEEDED["T32"], missing: False})
    with pytest.raises(NotAllowed) as refused:
        advance("ST90", "T32", facts)
    assert refused.value.where["guard"] == missing


def test_without_an_advice_there_is_nothing_to_enclose():
    assert advance("ST90", "T32", BASE).target == "ST91"


@pytest.mark.parametrize(
    "start, code", [("ST80", "T30"), ("ST80", "T31"), ("ST80", "T51"), ("ST91", "T35")]
)
def test_no_decision_without_a_recorded_weighing(start, code):
    facts = replace(BASE, **{**NEEDED[code], "proportionality_recorded": False})
    with pytest.raises(NotAllowed) as refused:
        advance(start, code, facts)
    assert refused.value.where["guard"] == "proportionality_recorded"


def test_an_adverse_decision_without_a_weighing_is_not_made_known():
    facts = replace(BASE, **NEEDED["T36"], adverse_on_bibob=True)
    with pytest.raises(NotAllowed):
        advance("ST100", "T36", facts)


def test_an_open_business_partner_is_not_reported():
    facts = replace(BASE, register_reported=True, register_roles=(frozenset({"R06"}),))
    with pytest.raises(NotAllowed) as refused:
        advance("ST105", "T37", facts)
    assert refused.value.where["guard"] == "register_without_partners"


def test_a_state_tells_what_must_and_must_not_be_said():
    assert "confidentiality" in state("ST90", TODAY).documents.en
    assert state("ST00", TODAY).must_not.nl


def test_a_table_with_a_strange_guard_is_refused(monkeypatch):
    odd = Table("transitions", (replace(transitions().rows[0], guards=("no_such_guard",)),))
    tables = {"transitions": odd, "states": states()}
    monkeypatch.setattr(procedure, "table", lambda name, kind: tables[name])
    procedure._checked.cache_clear()
    with pytest.raises(OutOfOrder, match="no_such_guard"):
        transitions()
    procedure._checked.cache_clear()
