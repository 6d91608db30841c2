"""A measure is read with its row of the law and what is still open."""

from bureau.operations import measures
from tests.bureau.operations.plan_desk import Desk
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_what_is_open_is_named_with_its_article(work_of, actors):
    desk = Desk(work_of, actors)
    with desk.by("coordinator") as work:
        measures.propose_measure(work, desk.case, "M-LOD", {"object": "Loods 4"})
        [view] = measures.list_measures(work, desk.case)
    assert view.kind.objection == 6
    assert view.objection_until is None
    assert {row.field for row in view.open} >= {"suitability", "necessity", "balance", "facts"}
    assert all(row.basis for row in view.open)
