"""Actions: one owner, one power, one day; reported on by the owner or by whoever runs the table."""

from datetime import timedelta

import pytest

from bureau.errors import AccessDenied, Changed, Invalid, NotAllowed, NotFound
from bureau.operations import actions
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import Table

pytestmark = ON_SQLITE


@pytest.fixture
def table(work_of, actors):
    made = Table(work_of, actors, "in_session")
    made.sit()
    return made


def agree(table, login="coordinator", **changed):
    said = {
        "text": "Look at the rent",
        "owner_login": "police",
        "power": "Politiewet 3",
        "barrier": "RE-4b",
        "due_on": table.day,
        **changed,
    }
    with table.by(login) as work:
        action = actions.agree_action(work, table.case, table.item, **said)
        return action.id, action.version


def report(table, action, login, status="done", result="It was looked at."):
    with table.by(login) as work:
        return actions.report_action(work, table.case, *action, status, result).status


def test_the_chair_agrees_on_an_action(table):
    agree(table)
    with table.by("police") as work:
        [action] = actions.list_own_actions(work)
        assert (action.number, action.owner.code, action.assignee.login) == (1, "police", "police")
        assert action.status == "open"


@pytest.mark.parametrize("login", ["police", "tax", "customs", "mayor", "outsider"])
def test_nobody_else_does(table, login):
    with pytest.raises(AccessDenied):
        agree(table, login)


@pytest.mark.parametrize("wrong", [{"text": ""}, {"power": " "}, {"barrier": "UGB-99"}])
def test_an_action_says_what_and_under_which_power(table, wrong):
    with pytest.raises(Invalid):
        agree(table, **wrong)


def test_it_lies_ahead_and_its_owner_takes_part(table):
    with pytest.raises(Invalid) as refusal:
        agree(table, due_on=table.day - timedelta(days=8))
    assert refusal.value.where == {"field": "due_on"}
    with pytest.raises(NotFound):
        agree(table, owner_login="prosecutor")


def test_the_owner_and_the_chair_report(table):
    action = agree(table)
    assert report(table, action, "police", "doing") == "doing"
    assert report(table, (action[0], action[1] + 1), "coordinator") == "done"
    with table.by("police") as work:
        assert actions.list_own_actions(work) == []


def test_another_seat_does_not_and_somebody_without_a_seat_finds_nothing(table):
    action = agree(table)
    with pytest.raises(NotAllowed):
        report(table, action, "tax")
    for login in ("customs", "mayor", "outsider"):
        with pytest.raises(AccessDenied):
            report(table, action, login)


def test_a_report_is_one_of_the_words_and_overwrites_nothing_unseen(table):
    action = agree(table)
    with pytest.raises(Invalid):
        report(table, action, "police", "perhaps")
    report(table, action, "police", "doing")
    with pytest.raises(Changed):
        report(table, action, "police", "done")


def test_an_action_of_another_item_shows_to_nobody_else(table):
    agree(table)
    for login in ("tax", "customs", "coordinator", "outsider", "care"):
        with table.by(login) as work:
            assert actions.list_own_actions(work) == []


def test_agreeing_and_reporting_stand_in_the_trail(table, trail):
    report(table, agree(table), "police")
    assert [event.kind for event in trail()][-2:] == ["action.agreed", "action.reported"]
    assert trail()[-1].facts == {"status": "done"}


def test_without_owner_or_power_it_is_refused_with_what_can_be_done(table):
    for empty in ({"owner_login": " "}, {"power": ""}):
        with pytest.raises(Invalid) as refusal:
            agree(table, **empty)
        assert refusal.value.where["basis"] == "WGS 1.3(4)"
        assert "advice" in refusal.value.hint


def test_its_owner_has_a_seat_at_the_item(table):
    with pytest.raises(NotAllowed) as refusal:
        agree(table, owner_login="customs")
    assert refusal.value.where["guard"] == "seat"


def test_whoever_left_the_room_for_an_interest_does_not_own_it(table):
    table.leave("tax")
    with pytest.raises(NotAllowed) as refusal:
        agree(table, owner_login="tax", power="AWR 47")
    assert refusal.value.where == {"field": "owner", "guard": "interest", "basis": "Awb 2:4"}
    agree(table)


def test_its_owner_acts_under_a_power_of_its_own_organisation(table):
    with pytest.raises(NotAllowed) as refusal:
        agree(table, power="Opiumwet 13b")
    assert refusal.value.where == {"field": "power", "guard": "power", "basis": "WGS 1.3(4)"}
    assert "Politiewet" in refusal.value.params["names"]
    agree(table, power="Verdrag van Havermonde 12")


def test_what_is_done_or_cannot_be_done_says_what_came_of_it(table):
    for status in ("done", "cannot"):
        with pytest.raises(Invalid):
            report(table, agree(table), "police", status, " ")
    assert report(table, agree(table), "police", "cannot", "No warrant.") == "cannot"


def test_what_is_replaced_names_its_successor(table):
    old, (new, _) = agree(table), agree(table, text="Ask the owner")
    with pytest.raises(Invalid):
        report(table, old, "police", "replaced", "")
    with table.by("police") as work:
        row = actions.report_action(work, table.case, *old, "replaced", "", new)
        assert row.replaced_by.text == "Ask the owner"


def test_without_quorum_or_with_an_interest_that_was_not_asked_nothing_is_agreed(work_of, actors):
    table = Table(work_of, actors, "in_session")
    for there, guard in (((), "quorum"), (("coordinator", "police"), "interest")):
        table.attend(*there, declaration="not_asked")
        with pytest.raises(NotAllowed) as refusal:
            agree(table)
        assert refusal.value.where["guard"] == guard
        assert refusal.value.where["basis"]
        assert refusal.value.hint
    table.attend("coordinator", "police")
    agree(table)


def test_what_no_table_knows_names_an_article_at_least(table):
    for power in ("gevoel", "own powers"):
        with pytest.raises(Invalid) as refusal:
            agree(table, power=power)
        assert refusal.value.where["field"] == "power"
        assert "Politiewet 2012 3" in refusal.value.params["names"]
    agree(table, power="art. 5:32 Verdrag")
