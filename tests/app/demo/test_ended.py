"""How cases of the city stopped: held, finished, destroyed with a certificate."""

import pytest

from bureau.errors import NotAllowed
from bureau.operations import destructions, endings, frames, phases


def test_the_victim_track_holds_one_case_and_let_go_of_another(city):
    with city.work("coordinator") as work:
        held = frames.read_frame(work, city.id("held"))
        assert [token.stands for token in held.tokens] == [True]
        assert held.regime.code == "MUNICIPAL"
        free = frames.read_frame(work, city.id("year"))
        assert not [token for token in free.tokens if token.stands]
    with city.work("coordinator") as work:
        with pytest.raises(NotAllowed) as refusal:
            phases.enter_phase(work, city.id("held"), "P2", "nodig", ("havermonde", "police"))
        work.undo()  # the city of all tests has no line of a refusal
    assert refusal.value.where["guard"] == "hold"


def test_one_case_is_destroyed_by_two_people_and_one_is_kept_a_year(city):
    with city.work("second") as work:
        plan = destructions.read_plan(work, city.id("ended/plan"))
        assert plan.state == "executed"
        assert plan.made_by_id != plan.settled_by_id
        (proof,) = plan.destructions
        assert proof.counts["note"] == 1
        assert endings.read_keeping(work, city.id("ended")).line.gone is not None
        line = endings.read_keeping(work, city.id("finished")).line
        assert (line.kept.row.code, line.gone) == ("JOINT_DONE", None)
