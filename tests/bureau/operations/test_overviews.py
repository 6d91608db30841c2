"""Numbers over the cases one may see."""

import pytest

from bureau.errors import Invalid
from bureau.operations import overviews
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def year(road, number=2026, login="officer"):
    with road.by(login, "12-31") as work:
        return overviews.read_year(work, number)


def test_a_year_counts_scopes_outcomes_and_days(road):
    road.to_decision()
    road.decide()
    road.make_known()
    road.object()
    found = year(road)
    assert found.received == 1
    assert found.scopes == (("SC02", 1),)
    assert found.outcomes == (("refuse", 1),)
    assert (found.lead_time.count, found.lead_time.median) == (1, 30)
    assert found.objection_outcomes == (("running", 1),)
    assert {code for code, _ in found.steps} >= {"ST10", "ST80"}
    with road.by("officer", "12-31") as work, pytest.raises(Invalid):
        overviews.read_year(work, 2027)


def test_a_case_one_may_not_see_is_not_counted(road):
    road.to_decision()
    assert year(road, login="outsider").received == 0
    assert year(road, login="admin").received == 0
    assert year(road, 2025).received == 0


def test_the_work_that_lies_there(road):
    road.to_own()
    with road.by("officer", "03-16") as work:
        found = overviews.read_workload(work)
    assert sum(count for _, count in found.handlers) + found.without_handler == 1
    assert len(found.weeks) == overviews.WEEKS
    assert found.weeks[0][0].isoformat() == "2026-03-16"
    assert sum(count for *_, count in found.weeks) >= 1
    assert found.overdue == 0
