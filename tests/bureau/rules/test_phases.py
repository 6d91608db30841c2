"""The gates of the phases, one after the other."""

from datetime import date

import pytest

from bureau.errors import NotAllowed
from bureau.rules.agenda import Phase
from bureau.rules.phases import insist_gate, next_gate, phase_gates, phase_of

DAY = date(2026, 3, 2)
BOTH = ("police", "tax")


def test_each_phase_has_its_gate():
    assert phase_gates().codes() == tuple(Phase)
    assert insist_gate(Phase.ENRICHMENT, "P2", "b", BOTH, DAY).code == "P2"
    assert next_gate(Phase.DEEP, DAY) is None
    assert phase_of("ST10") is Phase.ENRICHMENT


@pytest.mark.parametrize(
    ("now", "target", "activity", "named", "guard"),
    [
        (Phase.ENRICHMENT, "P3", "b", BOTH, "order"),
        (Phase.WEIGHING, "P2", "b", BOTH, "order"),
        (Phase.DEEP, "P3", "b", BOTH, "order"),
        (Phase.WEIGHING, "P3", "c", BOTH, "activity"),
        (Phase.ENRICHMENT, "P2", "c", BOTH, "activity"),
        (Phase.ENRICHMENT, "P2", "b", ("police", "police"), "necessity"),
    ],
)
def test_what_does_not_hold_is_refused_with_its_article(now, target, activity, named, guard):
    with pytest.raises(NotAllowed) as refused:
        insist_gate(now, target, activity, named, DAY)
    assert refused.value.where["guard"] == guard
    assert "2.23(6)" in refused.value.where["basis"]
