"""Objections and consents of participants; what they stop is tested with the disclosures."""

import pytest

from bureau.errors import NotAllowed, NotFound
from bureau.operations import sharing_registers, stances
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.sharing_desk import Desk

pytestmark = ON_SQLITE


@pytest.fixture
def desk(work_of, actors):
    return Desk(work_of, actors)


def test_who_is_no_participant_has_no_veto(desk):
    with pytest.raises(NotAllowed, match="no participant"):
        desk.stance("port", objects=True)


def test_only_the_own_stance_is_taken_back_and_then_holds_no_more(desk):
    stance = desk.stance("police", objects=True)
    with desk.by("tax") as work, pytest.raises(NotFound):
        stances.lift_stance(work, desk.case, *stance)
    with desk.by("police") as work:
        stances.lift_stance(work, desk.case, *stance)
        assert not sharing_registers.read_register(work, desk.case).stances
