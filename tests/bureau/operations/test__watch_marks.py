"""Marks of names: equal for the same person written in the usual ways, and for nobody else."""

import pytest

from bureau.operations import _watch_marks
from bureau.operations._marks import mark


def test_a_search_for_the_whole_name_or_the_family_name_is_known():
    own = _watch_marks.own("A. van Dekker")
    assert {mark("a. van dekker"), mark("dekker")} <= own
    assert mark("anna") not in own


@pytest.mark.parametrize("label", ["Anna van Dekker", "A Dekker", "A. de Dekker", "ANNA DEKKER"])
def test_a_party_with_the_same_initial_and_family_name_is_like_it(label):
    assert _watch_marks.like("A. Dekker") & _watch_marks.whole(label)


@pytest.mark.parametrize("label", ["Berend Dekker", "Anna Dekkers", "Dekker", "", "A. D"])
def test_another_name_is_not(label):
    assert not _watch_marks.like("A. Dekker") & _watch_marks.whole(label)
