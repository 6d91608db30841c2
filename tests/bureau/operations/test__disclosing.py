"""The one question before anything goes; most of it is tested with the disclosures."""

from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.sharing_desk import Desk

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
