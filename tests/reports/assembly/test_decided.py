"""Advice for its named readers, the view point by point, and the decision as it was taken."""

from datetime import date
from itertools import product
from types import SimpleNamespace

import pytest

from bureau.errors import NotAllowed
from bureau.model import Advice, Assessment, Decision, Hearing, Objection, Weighing
from bureau.operations import _outcomes
from bureau.rules.vocabulary import Danger, Language, Track
from reports.assembly import decided
from reports.values.screening import ViewForm
from reports.wording import texts
from tests.reports.assembly.rich import BOTH


def test_the_advice_stands_in_the_administrative_dossier_alone(made):
    assert "says the Bureau" in made(Track.ADMINISTRATIVE).advice.summary
    assert "says the Bureau" not in repr(made(Track.CRIMINAL))
    assert "Advies LBB" not in repr(made(Track.CRIMINAL))


@BOTH
def test_it_says_the_degrees_in_words_and_who_checked_it(made, language):
    advice = made(Track.ADMINISTRATIVE, language).advice
    dutch = language is Language.NL
    assert ("ernstig gevaar" if dutch else "serious danger") in advice.conclusion
    assert advice.own_check == "Het advies is zorgvuldig en actueel."


def test_who_is_no_named_reader_composes_no_dossier_that_tells_of_it(rich):
    with rich.file() as file:
        row = file.rows.last(Advice)
        row.document.readers[:] = [
            one for one in row.document.readers if one.user_id != file.work.actor.id
        ]
        with pytest.raises(NotAllowed, match="no named reader") as stop:
            decided.advice(file, row)
        assert stop.value.where["basis"] == "Wet Bibob 28"


def test_an_advice_that_nobody_checked_keeps_the_dossier_in(rich):
    with rich.file() as file:
        row = file.rows.last(Advice)
        row.checked = ""
        with pytest.raises(NotAllowed) as stop:
            decided.advice(file, row)
        assert stop.value.where["guard"] == "care check"


def test_an_advice_that_has_not_come_is_not_told_of(rich):
    with rich.file() as file:
        assert decided.advice(file, None) is None
        row = file.rows.last(Advice)
        row.received_on = None
        assert decided.advice(file, row) is None


def test_the_view_is_answered_point_by_point(made):
    hearing = made(Track.ADMINISTRATIVE).hearing
    assert hearing.form is ViewForm.WRITTEN
    assert [(one.point, one.answer) for one in hearing.points] == [
        ("The loan is repaid.", "Not shown.")
    ]


def test_a_point_without_an_answer_is_shown_as_such(rich):
    with rich.file() as file:
        row = file.rows.last(Hearing)
        row.points[0].answer = ""
        assert decided.hearing(file, row).points[0].answer == "nog niet beantwoord"
        row.received_on = None
        assert decided.hearing(file, row).form is ViewForm.NONE
        assert decided.hearing(file, None) is None


def test_the_decision_carries_reasons_conditions_and_the_way_to_object(made):
    decision = made(Track.ADMINISTRATIVE).decision
    assert decision.taken
    assert decision.text == "De vergunning wordt verleend onder voorschriften."
    [condition] = decision.conditions
    assert (condition.text, condition.check) == (
        "De jaarrekening wordt ingeleverd.",
        "1 april 2027",
    )
    assert decision.objection_until == date(2026, 6, 23)
    assert decision.objection_to == decision.body == "burgemeester"


def test_without_a_decision_it_says_so(rich):
    with rich.file(Language.EN) as file:
        decision = decided.decision(file, None)
        assert (decision.taken, decision.text) == (False, "No decision has been taken yet.")


def test_a_decision_that_was_not_made_known_has_no_objection_term(rich):
    with rich.file() as file:
        row = file.rows.last(Decision)
        row.made_known_on = None
        assert decided.decision(file, row).objection_until is None


def decide(file, outcome="refuse", scope="SC02", stage="application", **case):
    """What the dossier says of another decision than the one that was taken."""
    screening, row = file.rows.screening, file.rows.last(Decision)
    screening.scope, screening.stage, row.outcome = scope, stage, outcome
    for name, value in case.items():
        setattr(screening, name, value)
    return decided.decision(file, row)


def endanger(file, danger):
    next(row for row in file.rows.all(Assessment) if row.ground == "a").danger = danger
    memo = file.rows.last(Weighing)
    memo.proportionate = memo.conditions_identifiable = True


@pytest.mark.parametrize(
    ("scope", "stage", "outcome", "nl", "en"),
    [
        ("SC02", "application", "refuse", "De vergunning wordt geweigerd.",
         "The licence is refused."),
        ("SC02", "existing", "grant_with_conditions",
         "De vergunning blijft in stand onder voorschriften.",
         "The licence is kept with conditions."),
        ("SC20", "application", "grant", "De subsidie wordt verleend.", "The subsidy is granted."),
        ("SC20", "existing", "withdraw", "De subsidie wordt ingetrokken.",
         "The subsidy is withdrawn."),
        ("SC21", "application", "no_deal", "De opdracht wordt niet gegund.",
         "The contract is not awarded."),
        ("SC22", "application", "no_deal", "De vastgoedtransactie wordt niet aangegaan.",
         "The property transaction is not entered into."),
        ("SC22", "existing", "no_deal", "De vastgoedtransactie wordt beëindigd.",
         "The property transaction is ended."),
        ("SC20", "application", "not_treated",
         "De aanvraag om de subsidie wordt buiten behandeling gelaten.",
         "The application for the subsidy is left untreated."),
    ],
)  # fmt: skip
def test_the_words_follow_the_kind_of_decision_and_its_stage(rich, scope, stage, outcome, nl, en):
    for language, words in ((Language.NL, nl), (Language.EN, en)):
        with rich.file(language) as file:
            assert decide(file, outcome, scope, stage).text == words


def test_conditions_rest_on_the_power_to_attach_them(made):
    decision = made(Track.ADMINISTRATIVE).decision
    assert decision.basis == decision.conditions[0].basis == "Wet Bibob 3(7)"


def test_conditions_in_a_deal_are_clauses_of_its_contract(rich):
    with rich.file() as file:
        decision = decide(file, "grant_with_conditions", "SC22")
        assert decision.basis == decision.conditions[0].basis == "Wet Bibob 5a"
        assert "contractuele bepalingen" in decision.text


def test_a_refusal_for_serious_danger_rests_on_the_act(rich):
    with rich.file() as file:
        endanger(file, Danger.SERIOUS)
        assert decide(file).basis == "Wet Bibob 3(1), 3(5)"


@pytest.mark.parametrize(
    ("language", "words"),
    [(Language.NL, "bijzondere wet of verordening"), (Language.EN, "sector act or ordinance")],
)
def test_a_refusal_on_an_ordinary_ground_names_no_bibob(rich, language, words):
    with rich.file(language) as file:
        assert decide(file, ordinary_ground_met=True).basis == words


def test_a_contract_is_refused_on_an_exclusion_ground(rich):
    with rich.file() as file:
        found = decide(file, "no_deal", "SC21", ordinary_ground_met=True)
        assert found.basis == "Aanbestedingswet 2012 2.86-2.89, 3.65"


def test_an_application_that_is_not_treated_rests_on_the_awb(rich):
    with rich.file() as file:
        assert decide(file, "not_treated").basis == "Awb 4:5(1)(c), 4:5(4)"


def test_a_decision_that_the_assessment_no_longer_bears_out_names_its_hook_alone(rich):
    with rich.file() as file:
        endanger(file, Danger.NONE)
        assert decide(file).basis == "Wet Bibob 7; APV"


def test_a_decision_that_was_revised_tells_what_holds_and_why(rich):
    with rich.file() as file:
        row = file.rows.last(Decision)
        row.revised_to, row.revised_on = "refuse", date(2026, 6, 1)
        row.conditions[0].status, row.conditions[0].ended_on = "ended", date(2026, 6, 1)
        kept = len(row.conditions) - 1
        said = {"decision_id": row.id, "replaced_by": "refuse", "reasons": "Fresh facts."}
        day = {"received_on": date(2026, 5, 4), "committee": False}
        file.rows.all(Objection).append(Objection(**said, **day, decision=row))
        found = decided.decision(file, row)
        assert found.text.endswith("Zo herzien in bezwaar op 1 juni 2026.")
        assert (found.reasoning, len(found.conditions)) == ("Fresh facts.", kept)


@pytest.mark.parametrize("scope", ["SC21", "SC22"])
def test_no_objection_lies_against_a_decision_of_private_law(rich, scope):
    with rich.file() as file:
        found = decide(file, "no_deal", scope)
        assert (found.objection_to, found.objection_until) == ("", None)
        assert decided.decision(file, None).objection_to == ""


@pytest.mark.parametrize("language", list(Language))
def test_every_outcome_and_degree_has_words_in_both_languages(rich, language):
    t = texts(language)
    assert all(t(f"advice.{degree}") for degree in Danger)
    for outcome, rule in _outcomes.OUTCOMES.items():
        for kind, stage in product(rule.kinds, rule.stages):
            row = SimpleNamespace(holds=outcome)
            assert t(f"outcome.{kind}.{decided._outcome(row, stage)}")
    assert all(t(f"outcome.{kind}.not_treated") for kind in _outcomes.PUBLIC)
