"""Each reason why an answer does not count has its sentence and its remedy."""

import pytest

from bureau.errors import NotAllowed
from bureau.operations._approval_words import stop, told
from bureau.rules.approvals import Ground


@pytest.mark.parametrize("ground", list(Ground))
def test_a_reason_is_said_with_what_to_do(ground):
    with pytest.raises(NotAllowed) as refusal:
        stop(ground)
    assert refusal.value.where == {"guard": ground.value}
    assert str(refusal.value) == told(ground)
    assert refusal.value.hint.endswith(".")


def test_without_a_reason_nothing_stops():
    assert stop(None) is None
