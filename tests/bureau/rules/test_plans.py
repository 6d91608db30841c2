"""A plan takes a step once everything is there; displacement is weighed against a control."""

from datetime import date

import pytest

from bureau.errors import NotAllowed
from bureau.rules.plans import (
    STEPS,
    PlanState,
    SeriesPlace,
    plan_requirements,
    ring_moved,
    step_plan,
    weighted_displacement,
)

DAY = date(2026, 3, 2)
ALL = {row.code: row.least for row in plan_requirements().on(DAY)}


@pytest.mark.parametrize("code", ALL)
def test_each_requirement_alone_holds_a_plan_back(code):
    row = plan_requirements().row(code, DAY)
    step = next(name for name, each in STEPS.items() if each.stage == row.stage)
    state = STEPS[step].source[0]
    assert step_plan(state, step, ALL, DAY) is STEPS[step].target
    with pytest.raises(NotAllowed):
        step_plan(state, step, ALL | {code: row.least - 1}, DAY)


def test_no_step_leads_back():
    for step in STEPS:
        with pytest.raises(NotAllowed):
            step_plan(PlanState.EVALUATED, step, ALL, DAY)
    with pytest.raises(NotAllowed):
        step_plan(PlanState.DRAFT, "undo", ALL, DAY)


@pytest.mark.parametrize(
    ("ring", "moved"),
    [((3, 3), "still"), ((100, 95), "still"), ((10, 8), "along"), ((10, 12), "against")],
)
def test_the_ring_moves_along_only_beyond_the_margin_and_the_same_way(ring, moved):
    fell = {SeriesPlace.TARGET: (10, 5), SeriesPlace.CONTROL: (4, 5)}
    assert ring_moved({**fell, SeriesPlace.RING: ring}) == moved
    nothing = {SeriesPlace.TARGET: (10, 10), SeriesPlace.RING: (10, 5)}
    assert ring_moved(nothing) is None


def test_displacement_is_negative_and_diffusion_positive():
    target, ring, control = SeriesPlace
    fell = {target: (10, 5), control: (10, 10)}
    assert weighted_displacement({**fell, ring: (10, 12)}) == pytest.approx(-0.4)
    assert weighted_displacement({**fell, ring: (10, 8)}) == pytest.approx(0.4)
    assert weighted_displacement({**fell, ring: (10, 12), control: (10, 0)}) is None
    assert weighted_displacement(fell) is None
    assert weighted_displacement({target: (1, 1), ring: (1, 1), control: (1, 1)}) is None
