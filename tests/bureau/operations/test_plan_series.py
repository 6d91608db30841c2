"""An outcome has one number for each place and day; what is no number is refused."""

import math
from datetime import timedelta

import pytest

from bureau.errors import Invalid
from bureau.operations import interventions, plan_series
from tests.bureau.operations.plan_desk import Desk
from tests.bureau.operations.road import ON_SQLITE
from tests.conftest import NOW

pytestmark = ON_SQLITE


def test_a_later_number_of_the_same_day_takes_the_place(work_of, actors):
    desk = Desk(work_of, actors)
    with desk.by("coordinator") as work:
        series = plan_series.add_series(work, desk.case, desk.plan, "Leeg", 3, "Monitor")
        work.session.flush()
        for value in (9, 7):
            plan_series.add_point(work, desk.case, series.id, "ring", work.today, value)
        plan = interventions.read_plan(work, desk.case, desk.plan).plan
        assert [point.value for point in plan.series[0].points] == [7]
        chosen = series.id
    for value in (math.nan, math.inf, 1e12):
        with pytest.raises(Invalid), desk.by("coordinator") as work:
            plan_series.add_point(work, desk.case, chosen, "ring", work.today, value)
    ahead = NOW.date() + timedelta(days=1)
    with pytest.raises(Invalid), desk.by("coordinator") as work:
        plan_series.add_point(work, desk.case, chosen, "ring", ahead, 1)
