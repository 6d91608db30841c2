"""Nobody is a witness of a house before it says so."""

from bureau.operations._witnesses import trusted


def test_a_house_begins_without_witnesses(work_of, actors):
    with work_of(actors.auditor) as work:
        assert trusted(work) == []
