"""Marks of what was searched for."""

from bureau.operations import _marks


def test_equal_names_have_one_mark_whatever_their_accents(work_of):
    assert len(_marks.marks(["José Zee", "JOSE ZEE", "x", "Jan Zee"])) == 2
    assert "zee" not in str(list(_marks.marks(["José Zee"])))
