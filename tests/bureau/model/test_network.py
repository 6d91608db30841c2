"""Runs, hits and answers as they are kept."""

from bureau.model import Base, Hit


def test_a_hit_is_kept_once_in_a_case():
    unique = {
        tuple(column.name for column in constraint.columns)
        for constraint in Hit.__table__.constraints
        if type(constraint).__name__ == "UniqueConstraint"
    }
    assert ("case_id", "code") in unique


def test_nothing_that_is_kept_of_a_pattern_scores_anybody():
    names = {c.name for name in ("run", "hit", "innocent") for c in Base.metadata.tables[name].c}
    assert not {name for name in names if "score" in name or "risk" in name}
