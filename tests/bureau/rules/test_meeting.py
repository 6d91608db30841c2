from datetime import date

import pytest

from bureau.errors import NotAllowed
from bureau.rules.meeting import (
    advance_meeting,
    agenda_points,
    decision_types,
    insist_quorum,
    meeting_states,
    missing,
    requirements,
    tracks,
)

DAY = date(2026, 11, 20)
ALL = requirements().codes()
PAIRS = list(zip(meeting_states().codes(), meeting_states().codes()[1:], strict=False))


@pytest.mark.parametrize("state, target", PAIRS)
def test_a_meeting_goes_from_state_to_state(state, target):
    assert advance_meeting(state, target, ALL, DAY).code == target
    assert missing(state, ALL, DAY) == ()


@pytest.mark.parametrize("state, target", PAIRS)
def test_a_meeting_does_not_move_on_without_its_records(state, target):
    with pytest.raises(NotAllowed) as refused:
        advance_meeting(state, target, (), DAY)
    assert refused.value.where["guard"] == missing(state, (), DAY)[0].code


def test_a_meeting_skips_nothing_and_never_goes_back():
    for state in meeting_states().codes():
        for target in meeting_states().codes():
            if (state, target) not in PAIRS:
                with pytest.raises(NotAllowed):
                    advance_meeting(state, target, ALL, DAY)


def test_requirements_and_decisions_have_names():
    needed = {code for row in meeting_states() for code in row.required}
    assert needed == set(ALL)
    assert len(decision_types().codes()) == 9
    assert all(row.must_say.nl for row in decision_types())


def test_only_a_decision_needs_a_quorum():
    open_ended = [row.code for row in decision_types() if not row.decides]
    assert open_ended == ["next_time"]


@pytest.mark.parametrize(("present", "bodies"), [({"chair"}, 3), ({"chair", "secretary"}, 1)])
def test_without_chair_secretary_and_two_organisations_nothing_is_decided(present, bodies):
    with pytest.raises(NotAllowed) as refused:
        insist_quorum(present, bodies, DAY)
    assert refused.value.where["guard"] == "quorum"
    insist_quorum({"chair", "secretary"}, 2, DAY)


def test_the_standing_agenda_opens_with_interests_and_ends_with_a_date():
    points = agenda_points().codes()
    assert (points[0], points[-1], len(points)) == ("opening", "next", 9)
    assert tracks().codes() == ("criminal", "administrative", "victim")
