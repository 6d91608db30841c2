from datetime import date

import pytest

from bureau.errors import NotAllowed
from bureau.rules.support import FIRST, LAST, advance_support, support_states

DAY = date(2026, 11, 20)
MOVES = [(row.code, target) for row in support_states() for target in row.next]


@pytest.mark.parametrize("state, target", MOVES)
def test_every_way_of_the_table_can_be_gone(state, target):
    assert advance_support(state, target, DAY).code == target


def test_no_other_way_can_be_gone():
    codes = support_states().codes()
    for state in codes:
        for target in codes:
            if (state, target) not in MOVES:
                with pytest.raises(NotAllowed):
                    advance_support(state, target, DAY)


def test_consent_can_end_in_every_state():
    assert all(LAST in row.next for row in support_states() if row.code != LAST)


def test_every_state_can_be_reached():
    reached = {FIRST}
    while new := {target for state, target in MOVES if state in reached} - reached:
        reached |= new
    assert reached == set(support_states().codes())
