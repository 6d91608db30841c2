"""Each action is held against the card of its owner, for the seats of its item only."""

import pytest

from bureau.errors import AccessDenied, NotFound
from bureau.model import Action, Intervention
from bureau.operations import actions, interventions, role_overviews
from bureau.rules.events import EventKind
from tests.bureau.operations.card_desk import Cards
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


@pytest.fixture
def desk(work_of, actors):
    made = Cards(work_of, actors)
    made.sit()
    for owner, power in (("police", "Politiewet 3"), ("tax", "AWR 47")):
        with made.by("coordinator") as work:
            text = f"The {owner} look"
            told = (text, owner, power, "UGB-4b", made.day)
            action = actions.agree_action(work, made.case, made.item, *told).id
    with made.by("coordinator") as work:  # a power that was its own when the action was agreed on
        row = work.session.get_one(Action, action)
        row.power = "Opiumwet 13b"
        work.record(EventKind.ACTION_AGREED, row)
    return made


def read(desk, login="coordinator", plan=None):
    with desk.by(login) as work:
        view = role_overviews.read_overview(work, desk.case, plan)
        return {line.action.owner.code: line.faults for line in view.lines}, view.pointed


def test_an_action_within_the_card_has_one_owner_and_one_power(desk):
    desk.confirm(desk.write("police"), "police")
    found, pointed = read(desk)
    assert found == {"police": (), "tax": ("power_foreign", "card_missing")}
    assert pointed == 1


def test_who_sits_beside_is_told_and_a_replaced_action_is_not(desk):
    with desk.by("coordinator") as work:
        view = role_overviews.read_overview(work, desk.case)
        [first] = [line for line in view.lines if line.action.owner.code == "police"]
        assert "Belastingdienst" in first.beside
        assert [row.code for row in first.powers] == ["POLICE_TASK"]
        first.action.status = "replaced"
        work.record(EventKind.ACTION_REPORTED, first.action)
    assert set(read(desk)[0]) == {"tax"}


def test_nobody_reads_the_actions_of_an_item_that_does_not_admit_them(desk):
    assert read(desk, "customs")[0] == {}
    with pytest.raises(AccessDenied):
        read(desk, "outsider")


def test_a_plan_shows_the_actions_against_its_barriers(desk):
    with desk.by("coordinator") as work:
        plan = interventions.open_plan(work, desk.case, "De Kade").id
    assert read(desk, plan=plan)[0] == {}
    with desk.by("coordinator") as work:
        row = work.session.get_one(Intervention, plan)
        row.barriers = ["UGB-4b"]
        work.record(EventKind.PLAN_CHANGED, row)
    assert set(read(desk, plan=plan)[0]) == {"police", "tax"}
    with pytest.raises(NotFound):
        read(desk, plan=desk.item)
