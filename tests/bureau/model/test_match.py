"""Judgements of a pair are numbered, each number once."""

from bureau.model import PairJudgement


def test_a_pair_has_each_number_once():
    [unique] = [
        each
        for each in PairJudgement.__table__.constraints
        if len(getattr(each, "columns", ())) == 3
    ]
    assert [column.name for column in unique.columns] == ["left_id", "right_id", "number"]
