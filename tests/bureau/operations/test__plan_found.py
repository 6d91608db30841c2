"""What a plan has is counted by requirement, and every requirement is counted."""

from bureau.operations import interventions
from bureau.operations._plan_found import found, problem_of
from bureau.rules.plans import plan_requirements
from tests.bureau.operations.plan_desk import Desk
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_no_requirement_of_the_table_is_forgotten(work_of, actors):
    desk = Desk(work_of, actors)
    with desk.by("coordinator") as work:
        plan = interventions.read_plan(work, desk.case, desk.plan).plan
        counted = found(work, plan, problem_of(work, plan.case))
    assert counted.keys() == set(plan_requirements().codes())
    assert counted["problem_shared"] == counted["options_compared"] == 0
