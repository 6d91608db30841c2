"""Advice for its named readers, the view point by point, and the decision as it was taken."""

from datetime import date

import pytest

from bureau.errors import NotAllowed
from bureau.model import Advice, Decision, Hearing
from bureau.operations import _outcomes
from bureau.rules.vocabulary import Danger, Language, Track
from reports.assembly import decided
from reports.values.screening import ViewForm
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


def test_every_outcome_and_degree_has_words_in_both_languages():
    assert set(decided.OUTCOMES) == set(_outcomes.OUTCOMES)
    assert set(decided.DANGER) == {str(degree) for degree in Danger}
    for dutch, english in (*decided.OUTCOMES.values(), *decided.DANGER.values()):
        assert dutch
        assert english != dutch
