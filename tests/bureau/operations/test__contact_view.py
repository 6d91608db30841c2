"""Contact in the sharing register of a case: for its handler, and for nobody else."""

from bureau.operations import members, sharing_registers
from tests.bureau.operations.contact_desk import answer, ask, both
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def registered(work_of, side, actor=None):
    with work_of(actor or side.actor) as work:
        return sharing_registers.read_register(work, side.id).contacts


def test_each_step_stands_in_the_register_of_its_own_side(work_of, actors):
    two = both(work_of, actors)
    enquiry, _ = ask(work_of, two.mine)
    [line] = registered(work_of, two.mine)
    assert (line.ours, line.runs, line.met, line.ground.code) == (True, True, False, "BIBOB_HIT")
    [line] = registered(work_of, two.theirs)
    assert (line.ours, line.on, line.met) == (False, None, False)
    answer(work_of, two.theirs, enquiry)
    for side in (two.mine, two.theirs):
        [line] = registered(work_of, side)
        assert line.met


def test_another_reader_of_the_case_sees_nothing_of_it(work_of, actors):
    two = both(work_of, actors)
    with work_of(actors.officer) as work:
        members.share_case(work, two.mine.id, "second", "second_reader", "second reading")
    ask(work_of, two.mine)
    assert registered(work_of, two.mine, actors.second) is None
