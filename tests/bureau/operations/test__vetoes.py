"""A veto counts where somebody who can veto sees it otherwise, and nobody said why it is taken."""

import pytest

from bureau.errors import NotAllowed
from bureau.model import AgendaItem, Organisation, Seat, User
from bureau.operations import _vetoes


def item(veto=True, dissent="No.", decision="Release it.", reason=""):
    user = User(organisation=Organisation(name="Openbaar Ministerie"))
    seat = Seat(dissent=dissent, veto=veto, user=user)
    return AgendaItem(decision=decision, veto_reason=reason, seats=[seat])


def test_a_decision_against_a_veto_waits_for_its_reason():
    with pytest.raises(NotAllowed, match="Openbaar Ministerie can veto this") as refusal:
        _vetoes.insist_said(item())
    assert refusal.value.where["basis"] == "WGS 1.3(4)"
    assert "leave the item open" in " ".join(refusal.value.hint.split())
    assert _vetoes.unsaid(item())


@pytest.mark.parametrize(
    "told", [{"veto": False}, {"dissent": ""}, {"reason": "The court asked for it."}]
)
def test_without_a_veto_or_with_a_reason_it_is_taken(told):
    _vetoes.insist_said(item(**told))
    assert not _vetoes.unsaid(item(**told))


def test_what_is_not_decided_needs_no_reason():
    assert not _vetoes.unsaid(item(decision=""))
