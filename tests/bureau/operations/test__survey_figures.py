"""The survey in the figures of the year: means of all together, and nothing of too few."""

from bureau.operations import _survey_figures as figures
from bureau.operations import evaluations
from bureau.rules.evaluation import Unit
from tests.bureau.operations.polling import ASKED, answer, closed, opened
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def round_of(work_of, actors, *marks):
    made = opened(work_of, actors)
    for login, mark in zip(ASKED, marks, strict=False):
        answer(work_of, getattr(actors, login), made, mark)
    closed(work_of, actors, made)


def test_the_means_stand_under_the_indicator_and_with_each_condition(work_of, actors):
    round_of(work_of, actors, 2, 3, 4, 4, 5)
    with work_of(actors.coordinator) as work:
        found = evaluations.read_evaluation(work, 2026)
        asked = next(each for each in found.indicators if each.row.code == "EV-05")
        assert asked.held
        assert [(f.name, f.of, f.value) for f in asked.figures][:2] == [
            ("survey_answers", "", 5),
            ("survey_mark", "C1", 3.6),
        ]
        health = {row.code: [f for f in told if f.unit is Unit.MARK] for row, told in found.health}
        assert {code: len(told) for code, told in health.items()} == dict.fromkeys(health, 1)
        assert figures.marks(work, 2025) == ()


def test_of_too_few_answers_only_that_is_told(work_of, actors):
    round_of(work_of, actors, 2, 3, 4)
    with work_of(actors.coordinator) as work:
        only = figures.marks(work, 2026)
    assert [(each.name, each.value, each.few) for each in only] == [("survey_answers", None, 5)]
