from datetime import date

from bureau.graph.agents import Agents
from bureau.graph.project import project
from tests.bureau.graph.builders import account, company, holds, person

DAY = date(2024, 6, 1)


def agents(nodes, edges=()):
    return Agents(project(nodes, edges))


def test_an_account_of_one_holder_is_the_holder():
    assert agents([person("ann"), account("x")], [holds("ann", "x")]).of("x", DAY) == "ann"


def test_an_account_nobody_is_known_to_hold_stands_for_itself():
    assert agents([account("x")]).of("x", DAY) == "x"
    assert agents([]).of("elsewhere", DAY) == "elsewhere"


def test_a_joint_account_is_never_one_of_its_holders():
    nodes = [person("ann"), person("bob"), account("x"), account("y")]
    ties = [holds(who, which) for who in ("ann", "bob") for which in "xy"]
    known = agents(nodes, ties)
    assert known.of("x", DAY) == known.of("y", DAY) == "x"
    assert known.holders("x") == {"ann", "bob"}
    assert known.same_hand("x", "ann")
    assert not known.same_hand("ann", "bob")


def test_an_explicit_controller_goes_before_the_ties():
    nodes = [person("ann"), company("shop", agent="ann"), account("x"), account("y", agent="shop")]
    known = agents(nodes, [holds("shop", "x")])
    assert (known.of("x", DAY), known.of("y", DAY)) == ("ann", "ann")


def test_controllers_in_a_circle_are_one_agent():
    known = agents([company("a", agent="b"), company("b", agent="a")])
    assert known.of("a", DAY) == known.of("b", DAY) == "a"


def test_who_held_the_account_on_the_day_counts():
    nodes = [person("ann"), person("bob"), account("x")]
    known = agents(nodes, [holds("ann", "x", valid_to="2023"), holds("bob", "x", on="2024")])
    assert known.of("x", date(2023, 12, 31)) == "ann"
    assert known.of("x", date(2024, 1, 1)) == "bob"


def test_a_tie_seen_later_still_tells_who_held_it_before():
    known = agents([person("ann"), account("x")], [holds("ann", "x", on="2024-05")])
    assert known.of("x", date(2023, 1, 1)) == "ann"


def test_nobody_holds_an_account_after_the_last_tie_ended():
    known = agents([person("ann"), account("x")], [holds("ann", "x", valid_to="2023-06")])
    assert known.of("x", DAY) == "x"


def test_joint_holders_that_changed_are_joint_on_their_day():
    nodes = [person("ann"), person("bob"), person("cas"), account("x")]
    ties = [
        holds("ann", "x"),
        holds("bob", "x", valid_to="2023"),
        holds("cas", "x", on="2024"),
    ]
    known = agents(nodes, ties)
    assert known.of("x", date(2023, 5, 5)) == "x"
    assert known.holders("x") == {"ann", "bob"}


def test_a_regulated_hub_is_known_as_one():
    known = agents([company("bank", hub="bank"), company("shop")])
    assert known.is_hub("shop", "bank")
    assert not known.is_hub("shop", "elsewhere")
