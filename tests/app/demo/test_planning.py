"""The plans of the quay: one was evaluated with all that this asks, one runs."""

from app.demo.planning import CASE, STORY
from bureau.operations import evaluations, interventions


def state(city, key):
    with city.work("coordinator") as work:
        view = interventions.read_plan(work, city.id(CASE), city.id(f"{STORY}/{key}"))
        return view.plan.state


def test_one_plan_was_evaluated_and_one_runs(city):
    assert state(city, "face") == "evaluated"
    assert state(city, "ring") == "running"


def test_displacement_is_reckoned_from_three_places_of_a_whole_year(city):
    with city.work("coordinator") as work:
        found = evaluations.read_evaluation(work, work.today.year)
    told = {each.row.code: each.figures for each in found.indicators}
    assert len(told["EV-13"]) == 3
    assert all(told[code] for code in ("EV-04", "EV-08", "EV-10", "EV-15", "EV-20"))
