from datetime import date, timedelta

import pytest

from bureau.errors import Invalid, NotAllowed
from bureau.rules.support import (
    FIRST,
    LAST,
    advance_support,
    check_reflection,
    first_reflection,
    reflection,
    support_states,
    support_terms,
)

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


@pytest.mark.parametrize(
    "start, dublin, last",
    [
        (date(2026, 3, 1), False, date(2026, 6, 1)),
        (date(2026, 11, 30), False, date(2027, 2, 28)),
        (date(2026, 3, 1), True, date(2026, 3, 31)),
    ],
)
def test_a_reflection_period_lasts_three_months_or_thirty_days_at_most(start, dublin, last):
    row, found = reflection(start, dublin=dublin)
    assert found == last
    assert row.basis == "Vreemdelingencirculaire B8/3.1"
    check_reflection(start, last, dublin=dublin)
    check_reflection(start, start, dublin=dublin)
    for wrong in (last + timedelta(days=1), start - timedelta(days=1)):
        with pytest.raises(Invalid) as refusal:
            check_reflection(start, wrong, dublin=dublin)
        assert refusal.value.where["field"] == "reflection_until"


def test_the_terms_of_support_are_dated():
    assert first_reflection() == date(2023, 5, 18)
    assert support_terms().find("REFLECTION", date(2020, 1, 1)) is None
