"""What is kept of a board knows no case; what a case touches goes with the case."""

from bureau.model import BarrierStatus, BarrierWeight, BoardVersion, CaseStep, CaseStepSource


def test_a_board_holds_nothing_of_a_case_and_a_step_rests_on_sources():
    for table in (BarrierStatus, BarrierWeight, BoardVersion):
        assert {key.column.table.name for key in table.__table__.foreign_keys} == {
            "organisation",
            "user",
        }
    for table in (CaseStep, CaseStepSource):
        assert "case_id" in table.__table__.columns
