"""A report on sheets is a value: frozen, and equal to one that says the same."""

from dataclasses import FrozenInstanceError

import pytest

from reports.values.sheet import Part, Table


def test_a_part_is_frozen_and_equal_to_one_that_says_the_same():
    one, other = (Part("Received", tables=(Table("x", ("a",), (("1",),)),)) for _ in range(2))
    assert one == other
    with pytest.raises(FrozenInstanceError):
        one.title = "else"
