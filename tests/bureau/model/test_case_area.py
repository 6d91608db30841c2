"""That a case lies in an area goes with the case."""

from bureau.model import CaseArea


def test_the_line_belongs_to_the_case_and_to_no_party():
    targets = {key.column.table.name for key in CaseArea.__table__.foreign_keys}
    assert targets == {"case", "area", "user"}
