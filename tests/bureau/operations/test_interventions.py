"""A plan starts once partners share the problem, compared options and know how to look back."""

from datetime import timedelta

import pytest

from bureau.errors import AccessDenied, Changed, Invalid, NotAllowed
from bureau.operations import interventions, plan_series, worksheets
from tests.bureau.operations.place import open_case
from tests.bureau.operations.plan_desk import Desk
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


@pytest.fixture
def desk(work_of, actors):
    return Desk(work_of, actors)


def lacking(desk, stage="start"):
    return [row.code for row in desk.view().lacking[stage]]


def test_an_empty_plan_names_all_that_it_lacks(desk):
    assert lacking(desk) == [
        *("problem_shared", "options_compared", "theory_complete", "assumptions_testable"),
        *("barriers_named", "evaluation_planned", "comparison_planned"),
    ]
    with pytest.raises(NotAllowed, match="cannot go on"):
        desk.step("start")
    assert desk.view().plan.state == "draft"


def test_a_problem_is_shared_by_three_kinds_of_partner(desk):
    problem = desk.write("problem", plan=False)
    desk.sign(problem, "police", "coordinator")
    assert "problem_shared" in lacking(desk)
    desk.sign(problem, "tax", agrees=False)
    assert "problem_shared" in lacking(desk)
    desk.sign(problem, "tax")
    assert "problem_shared" not in lacking(desk)
    with desk.by("coordinator") as work:
        told = dict(worksheets.read_sheet(work, desk.case, problem).told, statement="Anders.")
        worksheets.write_sheet(work, desk.case, problem, 1, told, "scherper gesteld")
    assert "problem_shared" in lacking(desk)  # a new version has to be signed anew


def test_one_option_is_no_choice(desk):
    only = desk.write("option", track="criminal")
    with desk.by("coordinator") as work:
        worksheets.choose_option(work, desk.case, only, "De enige.")
    assert "options_compared" in lacking(desk)
    desk.write("option", track="administrative")
    assert "options_compared" not in lacking(desk)


def test_a_prepared_plan_starts_and_its_yardstick_stands(desk):
    desk.prepared()
    assert lacking(desk) == []
    assert desk.step("start") == "running"
    with pytest.raises(NotAllowed, match="before it starts"), desk.by("coordinator") as work:
        plan_series.add_series(work, desk.case, desk.plan, "Mooier", 1, "x")
    with pytest.raises(NotAllowed):
        desk.write("option", track="victim")


def test_it_is_evaluated_with_all_results_by_assessors_of_two_bodies(desk):
    desk.prepared()
    desk.step("start")
    assert lacking(desk, "evaluate") == [
        *("evaluation_written", "assessors", "assumptions_checked", "outcome_measured"),
    ]
    form = desk.write("evaluation")
    desk.sign(form, "police", "tax")
    with desk.by("coordinator", later=40) as work:
        plan = interventions.read_plan(work, desk.case, desk.plan).plan
        row = plan.assumptions[0]
        plan_series.check_assumption(work, desk.case, row.id, row.version, "mixed", "De helft.")
        plan_series.add_point(work, desk.case, desk.series, "target", work.today, 5)
    assert lacking(desk, "evaluate") == []
    assert desk.step("evaluate") == "evaluated"
    with pytest.raises(NotAllowed), desk.by("coordinator") as work:
        worksheets.write_sheet(work, desk.case, form, 1, {"lesson": "Anders"}, "achteraf")


def test_partners_sign_and_the_coordinator_writes(desk):
    for login in ("police", "port"):
        with desk.by(login) as work:
            assert interventions.list_plans(work, desk.case).plans
        with pytest.raises(AccessDenied), desk.by(login) as work:
            interventions.open_plan(work, desk.case, "Eigen plan")
    for login in ("prosecutor", "outsider", "care", "admin"):
        with pytest.raises(AccessDenied), desk.by(login) as work:
            interventions.read_plan(work, desk.case, desk.plan)


def test_a_barrier_that_no_model_knows_is_refused(desk):
    with pytest.raises(Invalid, match="barrier"), desk.by("coordinator") as work:
        interventions.prepare_plan(
            work, desk.case, desk.plan, 1, barriers=("XX-9",), evaluator="", evaluate_on=None,
            comparison="",
        )  # fmt: skip


def test_who_saves_second_sees_the_difference(desk):
    with desk.by("coordinator") as work:
        desk.prepare(work)
    with pytest.raises(Changed) as clash, desk.by("coordinator") as work:
        interventions.prepare_plan(
            work, desk.case, desk.plan, 1, barriers=(), evaluator="Ander", evaluate_on=None,
            comparison="",
        )  # fmt: skip
    assert ("evaluator", "Ander", "Hogeschool Monde") in clash.value.differences


def test_an_assumption_is_tested_on_a_day_to_come(desk):
    with pytest.raises(Invalid), desk.by("coordinator") as work:
        plan_series.add_assumption(work, desk.case, desk.plan, "x", work.today - timedelta(1))


def test_a_screening_is_no_place_for_a_plan(work_of, actors):
    with work_of(actors.officer) as work:
        case = open_case(work, actors.coordinator)
    with pytest.raises(AccessDenied), work_of(actors.coordinator) as work:
        interventions.open_plan(work, case, "Plan")
