"""A list shows what one may answer, with the file and nothing of its content."""

from bureau.operations import approvals, holds
from tests.bureau.operations.road import ON_SQLITE, at

pytestmark = ON_SQLITE


def test_what_waits_is_listed_for_its_second_person_until_it_runs_out(road):
    with road.by("officer") as work:
        holds.set_hold(work, road.id, "a claim")
        holds.ask_lifting(work, road.id, "over")
    with road.by("second") as work:
        [line] = approvals.list_waiting(work).lines
    assert (line.code, line.reference, line.asked_by) == ("lift_hold", road.reference, "Officer")
    with road.by("officer") as work:
        waiting = approvals.list_waiting(work)
        assert (waiting.lines, [one.id for one in waiting.own]) == ((), [line.id])
    with road.work_of(road.actors.second, at("05-01")) as work:
        assert approvals.list_waiting(work).lines == ()
