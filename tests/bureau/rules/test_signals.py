"""The life of a signal as rows: where it can go, what it needs, and the tests of the law."""

from datetime import date

import pytest

from bureau.errors import NotAllowed
from bureau.rules import signals as law

DAY = date(2026, 3, 2)
ALL = law.signal_requirements().codes()
PAIRS = [(row.code, target) for row in law.signal_states() for target in row.next]


@pytest.mark.parametrize(("state", "target"), PAIRS)
def test_a_signal_moves_on_once_everything_is_recorded(state, target):
    assert law.advance_signal(state, target, ALL, DAY).code == target


@pytest.mark.parametrize("state", ["draft", "quality_checked", "submitted", "tested", "rejected"])
def test_and_not_before(state):
    row = law.signal_states().row(state, DAY)
    with pytest.raises(NotAllowed) as refused:
        law.advance_signal(state, row.next[0], (), DAY)
    assert refused.value.where["guard"] == row.required[0]


def test_nothing_leads_past_the_second_reader_or_back_from_destruction():
    states = {row.code: row.next for row in law.signal_states()}
    assert {code for code, after in states.items() if "submitted" in after} == {"quality_checked"}
    assert states["destroyed"] == ()
    with pytest.raises(NotAllowed):
        law.advance_signal("draft", "submitted", ALL, DAY)


def test_every_requirement_and_reason_belongs_to_a_state():
    asked = {code for row in law.signal_states() for code in row.required}
    assert asked == set(ALL)
    assert {row.outcome for row in law.signal_reasons()} == {"rejected", "returned", "referred"}


def test_the_target_is_two_weeks():
    assert law.target(DAY, DAY) == date(2026, 3, 16)


def test_one_no_of_the_law_is_enough_and_a_weighed_answer_is_none():
    met = {row.code: "yes" for row in law.signal_tests() if row.kind == law.MUST}
    law.insist_acceptable({**met, "W1": "against"}, DAY)
    for code in met:
        with pytest.raises(NotAllowed):
            law.insist_acceptable({**met, code: "no"}, DAY)
