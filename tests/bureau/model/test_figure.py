"""Figures, lines and thresholds are kept with who, when and why; none about descent."""

from bureau.model import CaseFigure, FinancingEntry, ThresholdChange

FORBIDDEN = {"nationality", "origin", "birthplace", "neighbourhood", "score"}


def test_every_figure_and_line_carries_its_source_and_none_is_a_score():
    for table in (CaseFigure, FinancingEntry):
        columns = {column.name for column in table.__table__.columns}
        assert {"learnt_from_id", "credibility", "withdrawn", "number"} <= columns
        assert not columns & FORBIDDEN


def test_a_threshold_keeps_its_day_its_reason_and_its_number():
    columns = {column.name for column in ThresholdChange.__table__.columns}
    assert {"holds_from", "reason", "number", "by_id", "at"} <= columns
