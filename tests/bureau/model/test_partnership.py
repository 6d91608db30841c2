"""A partnership case has one clock, and its phases follow each other."""

from bureau.model import Base


def test_a_case_has_one_clock_and_each_move_one_number():
    for name, columns in (("partnership", {"case_id"}), ("phase_move", {"case_id", "number"})):
        table = Base.metadata.tables[name]
        unique = [set(each.columns.keys()) for each in table.constraints if each.name]
        assert columns in unique
