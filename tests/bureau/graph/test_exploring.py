"""Which part of a graph is seen: begun, opened, hidden, in a period, on a way."""

from datetime import date

import pytest

from bureau.graph.exploring import Asked, closed, in_period, part
from bureau.graph.project import project
from bureau.rules.vocabulary import EntityKind, TieKind
from tests.bureau.graph.builders import account, company, holds, person, tie

NODES = [person("a"), company("b"), person("c"), person("d"), account("k"), person("alone")]
TIES = [
    tie("a", TieKind.OWNS, "b", on="2020", valid_to="2022-06"),
    tie("c", TieKind.DIRECTS, "b", on="2023-01-10"),
    tie("c", TieKind.FAMILY, "d"),
    holds("a", "k", on="2021-05-01"),
]


@pytest.fixture
def graph():
    return project(NODES, TIES)


def test_the_whole_case_is_shown_where_nobody_begins(graph):
    found = part(graph, Asked())
    assert (set(found.graph), found.steps, found.hidden) == (set(graph), 0, 0)


def test_it_begins_at_a_party_and_opens_on(graph):
    first = part(graph, Asked(starts=("a",)))
    assert (set(first.graph), first.steps) == ({"a", "b", "k"}, 1)
    assert closed(graph, first.graph) == {"b": 1}
    further = part(graph, Asked(starts=("a",), opened=("c", "b")))  # in whatever order
    assert (set(further.graph), further.steps) == ({"a", "b", "c", "d", "k"}, 3)


def test_what_is_hidden_is_not_walked_through_and_counted(graph):
    found = part(graph, Asked(starts=("a",), opened=("b",), hidden=("b", "a")))
    assert (set(found.graph), found.hidden) == ({"a", "k"}, 1)  # where one begins stays
    without = part(graph, Asked(kinds=frozenset({EntityKind.ACCOUNT, EntityKind.COMPANY})))
    assert set(without.graph) == {"a", "c", "d", "alone"}


def test_a_period_keeps_what_can_have_held_and_what_has_no_day(graph):
    held, undated = in_period(graph, date(2022, 7, 1), date(2022, 12, 31))
    assert {told["kind"] for *_, told in held.edges(data=True)} == {"family", "holds_account"}
    assert undated == 1
    assert set(held) == {"a", "c", "d", "k", "alone"}  # b was tied then to nobody
    sold = project([person("s"), company("p")], [tie("s", TieKind.SOLD, "p", on="2020-05-01")])
    assert not in_period(sold, date(2021, 1, 1), None)[0].edges  # a sale does not go on


def test_the_ways_between_two_are_shown_alone_and_marked(graph):
    found = part(graph, Asked(ends=("a", "d")))
    assert found.way == {"a", "b", "c", "d"} == set(found.graph)
    assert (found.steps, found.length) == (2, 3)
    nowhere = part(graph, Asked(ends=("a", "alone")))
    assert nowhere.no_way
    assert set(nowhere.graph) == {"a", "alone"}
