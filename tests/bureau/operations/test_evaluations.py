"""The twenty indicators over the cases that the reader may see."""

import pytest

from bureau.errors import AccessDenied, Invalid
from bureau.operations import evaluations
from tests.bureau.operations.plan_desk import Desk
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def read(work_of, actor, year=2026):
    with work_of(actor) as work:
        return evaluations.read_evaluation(work, year)


def test_a_coordinator_reads_all_indicators_of_own_cases(work_of, actors):
    desk = Desk(work_of, actors)
    desk.prepared()
    desk.write("lesson", plan=False)
    found = read(work_of, actors.coordinator)
    assert (found.cases, len(found.indicators)) == (1, 20)
    by_code = {each.row.code: each for each in found.indicators}
    assert by_code["EV-20"].figures[0].value == 1
    assert not by_code["EV-09"].held
    assert by_code["EV-09"].row.elsewhere.nl
    assert [row.code for row, _ in found.health] == ["C1", "C2", "C3", "C4", "C5"]


def test_only_a_coordinator_and_only_years_that_have_begun(work_of, actors):
    with pytest.raises(AccessDenied):
        read(work_of, actors.police)
    with pytest.raises(Invalid):
        read(work_of, actors.coordinator, 2099)
