"""Destroying one signal leaves the others as they were."""

from bureau.model import Signal
from bureau.operations import signal_outcomes
from bureau.rules.events import EventKind
from tests.bureau.operations.reporting import Report, add_second
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_what_was_joined_to_it_stands_alone_again(work_of, actors, sessions):
    second = add_second(sessions)
    one = Report(work_of, actors, second).to_submitted()
    two = Report(work_of, actors, second).to_submitted()
    with two.by("coordinator") as work:
        signal_outcomes.judge_double(work, two.id, one.id, "the same shop", joined=True)
    with one.by("coordinator") as work:
        signal = work.session.get_one(Signal, one.id)
        signal.state = "tested"
        work.record(EventKind.SIGNAL_STEPPED, signal)
    one.declare().answer("coordinator").close(reason="NOT_NEEDED")
    with two.by("coordinator") as work:
        left = work.session.get_one(Signal, two.id)
        assert (left.joined_id, left.state) == (None, "submitted")
        assert "Four shops" in left.facts
