"""Looking and being refused are told apart from what leaves the house."""

from bureau.rules.event_groups import READINGS, REFUSALS
from bureau.rules.events import EventKind


def test_what_leaves_the_house_is_no_look():
    assert not {EventKind.NETWORK_EXPORTED, EventKind.PERSON_EXPORTED} & READINGS
    assert {EventKind.CASE_READ, EventKind.WORK_LISTED, EventKind.SIGNED_IN} <= READINGS
    assert EventKind.ACCESS_DENIED in REFUSALS
    assert not READINGS & REFUSALS
