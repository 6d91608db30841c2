"""Each act that needs leave is an act by its name, and somebody has it."""

from bureau.permissions import Permission
from bureau.policy import POLICY


def test_an_act_is_called_by_its_noun_and_its_verb():
    assert [each for each in Permission if each.count(".") != 1] == []


def test_every_act_stands_in_the_policy():
    assert set(POLICY) == set(Permission)
