"""Figures are typed, sourced and about somebody; a withdrawn one counts no more."""

import pytest

from bureau.errors import Invalid, NotFound
from bureau.model import CaseFigure
from bureau.operations import figures, indicators, parties
from bureau.operations.sources import Learnt
from bureau.rules.events import EventKind
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def note(road, kind, value="", **more):
    with road.by("officer", "03-11") as work:
        return figures.record_figure(work, road.id, kind, value, Learnt(road.source), **more).id


def signals(road):
    with road.by("officer", "03-12") as work:
        return {row.code: row.signal for row in indicators.compute_indicators(work, road.id)}


def test_figures_turn_a_question_into_a_computation(road):
    assert signals(road)["OPS-04"] == "ask"
    note(road, "cash_share", "60")
    high = note(road, "cash_share_high", "40")
    assert signals(road)["OPS-04"] == "fired"
    with road.by("officer") as work:
        rows = figures.list_figures(work, road.id)
        assert [(row.kind.code, row.value.en) for row in rows] == [
            ("cash_share", "60%"),
            ("cash_share_high", "40%"),
        ]
        figures.withdraw_figure(work, road.id, high, 1, "a figure of another sector")
    assert signals(road)["OPS-04"] == "ask"


def test_the_last_figure_about_one_thing_holds(road):
    note(road, "cash_share", "60")
    note(road, "cash_share_high", "40")
    note(road, "cash_share", "30")
    assert signals(road)["OPS-04"] == "silent"


def test_looked_and_found_none_is_silent_and_not_asked(road):
    note(road, "bankruptcy", none_found=True)
    assert signals(road)["FIN-15"] == "silent"
    with pytest.raises(Invalid) as refusal:
        note(road, "turnover", none_found=True)
    assert refusal.value.where == {"field": "none_found"}


@pytest.mark.parametrize(
    "kind, value", [("turnover", "-5"), ("nothing", "1"), ("bankruptcy", "2025-01-01")]
)
def test_a_figure_that_does_not_fit_leaves_nothing_behind(road, kind, value):
    with pytest.raises(Invalid) as refusal:
        note(road, kind, value)
    assert refusal.value.where
    with road.by("officer") as work:
        assert figures.list_figures(work, road.id) == ()


def test_a_protected_person_is_never_the_subject_of_an_indicator(road):
    with road.by("officer") as work:
        person = parties.record_person(
            work, road.id, Learnt(road.source), family_name="Beschermd", protected=True
        ).id
    with pytest.raises(Invalid) as refusal:
        note(road, "decides_self", "no", subject_id=person)
    assert "protected" in str(refusal.value)


def test_the_subject_must_fit_and_be_of_this_case(road):
    with road.by("officer") as work:
        place = parties.record_property(work, road.id, Learnt(road.source), name="Loods").id
    with pytest.raises(Invalid):
        note(road, "decides_self", "no", subject_id=place)
    with pytest.raises(NotFound):
        note(road, "decides_self", "no", subject_id=road.id)
    note(road, "floor_area", "120", subject_id=place)


def test_withdrawing_needs_a_reason_and_stays_in_the_file(road, trail):
    found = note(road, "seats", "40")
    with pytest.raises(Invalid), road.by("officer") as work:
        figures.withdraw_figure(work, road.id, found, 1, " ")
    with road.by("officer") as work:
        figures.withdraw_figure(work, road.id, found, 1, "counted twice")
    with road.by("officer") as work:
        [row] = figures.list_figures(work, road.id)
        assert row.withdrawn == "counted twice"
        assert work.session.get_one(CaseFigure, found).number == 1
    kinds = [event.kind for event in trail()]
    assert EventKind.FIGURE_RECORDED in kinds
    assert EventKind.FIGURE_WITHDRAWN in kinds
