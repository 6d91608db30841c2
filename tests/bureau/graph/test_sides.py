from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bureau.graph.agents import Agents
from bureau.graph.amounts import converted
from bureau.graph.columns import columns_of
from bureau.graph.project import project
from bureau.graph.sides import _carried, resolved
from tests.bureau.graph.builders import account, company, holds, pay, person


def test_an_account_is_followed_as_whoever_held_it_on_the_day():
    nodes = [person("ann"), company("shop"), account("x")]
    ties = [holds("ann", "x", valid_to="2024-01-05"), holds("shop", "x", on="2024-01-06")]
    rows = columns_of([pay("x", "b", 0, 1), pay("x", "b", 9, 1), pay("b", "x", 9, 1)])
    sides = resolved(rows, Agents(project(nodes, ties)))
    told = [(sides.names[a], sides.names[b]) for a, b in zip(sides.payer, sides.payee, strict=True)]
    assert sorted(told) == [("ann", "b"), ("b", "shop"), ("shop", "b")]


def test_what_two_share_with_one_of_them_stays_in_one_hand():
    nodes = [person("ann"), person("bob"), account("x"), account("joint")]
    ties = [holds("ann", "x"), holds("ann", "joint"), holds("bob", "joint")]
    rows = columns_of([pay("x", "joint", 0, 1), pay("joint", "z", 1, 1), pay("q", "q", 2, 1)])
    agents = Agents(project(nodes, ties))
    assert resolved(rows, agents).one_hand(agents).tolist() == [True, False, True]


@given(st.lists(st.integers(0, 10**15), max_size=9), st.sampled_from(["0.9", "1.105", "1/3", "7"]))
@pytest.mark.parametrize("code", ["USD", "JPY", "TND"])
def test_many_amounts_are_carried_into_euros_as_one_is(code, minor, rate):
    found = _carried(np.array(minor, dtype=np.int64), code, Fraction(rate))
    assert found.tolist() == [converted(amount, code, Fraction(rate)) for amount in minor]
