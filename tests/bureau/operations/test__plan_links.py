"""An action leads through its barrier to the plan, and to what the plan came to."""

from bureau.operations._plan_links import plans_at
from tests.bureau.operations.plan_desk import Desk
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_a_barrier_leads_to_the_plan_that_names_it_and_to_its_evaluation(work_of, actors):
    desk = Desk(work_of, actors)
    with desk.by("coordinator") as work:
        assert plans_at(work, {desk.case}) == plans_at(work, ()) == {}
        desk.prepare(work)
    with desk.by("police") as work:
        [link] = plans_at(work, {desk.case})[desk.case, "UGB-1a"]
        assert (link.id, link.title, link.evaluation) == (desk.plan, "Telefoonwinkels", None)
    sheet = desk.write("evaluation")
    with desk.by("police") as work:
        assert plans_at(work, {desk.case})[desk.case, "UGB-1a"][0].evaluation == sheet
