"""Lines of a step in two languages, with patterns between brackets."""

from datetime import date

import pytest

from bureau.errors import Invalid
from bureau.rules.barriers import StepSignal
from bureau.rules.board_lines import paired, signals_from
from bureau.rules.tables import Texts

DAY = date(2026, 11, 20)


def test_lines_stand_side_by_side_and_dutch_alone_serves_both():
    assert paired("een\n\ntwee", "one\ntwo", "x") == (Texts("een", "one"), Texts("twee", "two"))
    assert paired("een", "", "x") == (Texts("een", "een"),)
    with pytest.raises(Invalid):
        paired("een\ntwee", "one", "x")


def test_a_signal_has_its_patterns_and_their_first_phase_or_keeps_its_own():
    before = (StepSignal(Texts("oud", "old"), (), 3),)
    old, new = signals_from("oud\nnieuw [UB-37 UB-24]", "old\nnew", before, DAY)
    assert old == before[0]
    assert (new.text.en, new.patterns, new.phase) == ("new", ("UB-37", "UB-24"), 1)
    with pytest.raises(Invalid, match="UB-99"):
        signals_from("x [UB-99]", "", (), DAY)
