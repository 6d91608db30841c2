"""A decision about persons goes to who may have it, under a power of its own."""

from dataclasses import replace
from datetime import date

import pytest

from bureau.errors import Invalid, NotAllowed
from bureau.operations import agenda_items, members, minutes
from bureau.operations.minutes import Decided
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import ITEM, SEATS, Table

pytestmark = ON_SQLITE


@pytest.fixture
def table(work_of, actors):
    made = Table(work_of, actors)
    with made.by("coordinator") as work:
        members.share_case(work, made.case, "port", "partner", "keeps the ground")
        area = replace(ITEM, title="De kade", phase="P1", without_persons=True)
        made.bare = agenda_items.add_item(work, made.case, made.meeting, area, SEATS).id
    made.to("in_session")
    made.attend("coordinator", "police", "tax")
    return made


def decide(table, told, item=None):
    version = table.version() if item is None else 1
    with table.by("coordinator") as work:
        place = (table.case, item or table.item, version)
        return minutes.write_minutes(work, *place, "Said.", told, "no_indication").decision_to_id


@pytest.mark.parametrize("kind", ["refer", "intervention", "advice", "hold"])
def test_nothing_about_persons_goes_to_who_is_no_participant(table, kind):
    told = Decided(kind, "They take it.", to="port", power="BW 5:1", until=date(2099, 1, 1))
    with pytest.raises(NotAllowed) as refusal:
        decide(table, told)
    assert refusal.value.where["basis"] == "WGS 1.7(1), 2.19, 2.22"
    assert "an item without persons" in refusal.value.hint


@pytest.mark.parametrize("kind", ["refer", "intervention"])
def test_who_acts_has_the_power_itself(table, kind):
    for power in ("Opiumwet 13b", "WGS 1.7") if kind == "refer" else ("Opiumwet 13b",):
        with pytest.raises(NotAllowed) as refusal:
            decide(table, Decided(kind, "They act.", to="police", power=power))
        assert refusal.value.where["basis"] == "WGS 1.3(4)"
    assert decide(table, Decided(kind, "They act.", to="police", power="Politiewet 3"))


def test_a_phase_is_not_opened_under_the_power_of_one_organisation(table):
    with pytest.raises(NotAllowed) as refusal:
        decide(table, Decided("continue", "On.", phase="P3", power="AWR 47"))
    assert refusal.value.where["field"] == "decided_power"
    decide(table, Decided("continue", "On.", phase="P3", power="WGS 2.23(6)"))


@pytest.mark.parametrize("kind", ["refer", "intervention", "continue"])
def test_a_feeling_is_no_power(table, kind):
    told = Decided(kind, "They act.", phase="P3", to="tax")
    for power in ("gevoel", " "):
        with pytest.raises(Invalid) as refusal:
            decide(table, replace(told, power=power))
        assert refusal.value.where["field"] == "decided_power"


def test_a_power_that_is_not_kept_is_not_dropped_without_a_word(table):
    told = Decided("advice", "Look at the rent.", to="police", power="Politiewet 3")
    with pytest.raises(Invalid) as refusal:
        decide(table, told)
    assert refusal.value.where["field"] == "decided_power"
    assert decide(table, replace(told, power=""))
