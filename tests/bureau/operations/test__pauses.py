"""The suspensions that run while an advice is awaited."""

from datetime import date

import pytest

from bureau.errors import NotAllowed
from bureau.model import Case
from bureau.operations import _pauses
from bureau.rules.events import EventKind


def test_no_advice_is_awaited_before_it_was_asked(road):
    with pytest.raises(NotAllowed) as refusal, road.by("officer") as work:
        _pauses.awaited(work, work.session.get_one(Case, road.id))
    assert refusal.value.where["guard"] == "advice_asked"


def test_a_suspension_never_ends_before_it_began(road):
    road.to_assessment()
    road.ask_advice("04-07")
    with road.by("officer", "04-08") as work:
        case = work.session.get_one(Case, road.id)
        [pause] = _pauses.running(work, case, _pauses.PENDING)
        _pauses.end(work, case, _pauses.PENDING, date(2026, 1, 1))
        assert pause.until_on == date(2026, 4, 7)
        assert _pauses.running(work, case, _pauses.PENDING) == []
        work.record(EventKind.SUSPENSION_RECORDED, pause)
