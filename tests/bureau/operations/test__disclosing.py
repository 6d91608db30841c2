"""The one question before anything goes; most of it is tested with the disclosures."""

import pytest

from bureau.errors import NotAllowed
from bureau.model import Case
from bureau.operations import sharing_registers
from bureau.rules.events import EventKind
from bureau.rules.regimes import MUNICIPAL
from bureau.rules.sharing import Regime
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.sharing_desk import Desk, leave_agreement

pytestmark = ON_SQLITE


def test_nobody_ticks_what_the_register_answers(work_of, actors):
    desk = Desk(work_of, actors)
    desk.give("police", "coordinator")
    desk.stance("police", objects=True)
    said = {"category": "RESULT", "way": "RESULT", "met": ("checked", "no_veto")}
    assert desk.refused("coordinator", "tax", **said).where["guard"] == "no_veto"


def test_an_agenda_item_of_another_case_is_not_found(work_of, actors):
    desk = Desk(work_of, actors)
    refusal = desk.refused("police", "coordinator", item_id=desk.case)
    assert refusal.code == "not_found"


def test_a_tip_from_outside_is_entered_by_who_received_it(work_of, actors):
    desk = Desk(work_of, actors)
    said = {"category": "VEHICLE", "way": "TIP", "met": ("own_initiative",)}
    desk.give("port", "coordinator", by="coordinator", **said)
    assert desk.refused("police", "coordinator", by="coordinator", **said)


def test_nothing_of_a_partner_comes_into_a_municipal_case(work_of, actors):
    desk = Desk(work_of, actors)
    with desk.by("coordinator") as work:
        case = work.session.get_one(Case, desk.case)
        case.regime = MUNICIPAL
        work.record(EventKind.CASE_STEPPED, case)
    assert desk.refused("police", "coordinator").where["guard"] == "regime"
    assert desk.refused("coordinator", "police").where["guard"] == "regime"
    with pytest.raises(NotAllowed) as refusal:
        desk.ask("coordinator", "tax")
    assert refusal.value.where["guard"] == "regime"
    own = {"way": "REPORT", "met": ("suspicion",), "ground": "Sv 162"}
    assert desk.give("coordinator", "police", **own)
    with desk.by("coordinator") as work:
        choices = sharing_registers.read_choices(work, desk.case)
        assert {way.regime for way in choices.ways} == {Regime.MUNICIPAL}


@pytest.mark.parametrize("ended", ["police", "tax"])
def test_nothing_is_given_jointly_once_an_agreement_ended(work_of, actors, ended):
    desk = Desk(work_of, actors)
    assert desk.give("police", "tax")
    leave_agreement(desk, ended)
    assert desk.refused("police", "tax").where["guard"] == "agreement"
