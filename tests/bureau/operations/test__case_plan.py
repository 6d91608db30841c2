"""Where a case can begin: as far as its days lead, and never past what a spreadsheet shows."""

import pytest

from bureau.operations._case_plan import BEGINNINGS
from tests.bureau.operations.test__case_cells import faults, plan

SENT = {"form_sent_on": "2026-01-12"}
BACK = {**SENT, "form_returned_on": "2026-01-26"}
ASKED = {**BACK, "supplement_asked_on": "2026-01-28"}


@pytest.mark.parametrize(
    ("days", "state"),
    [({}, "ST10"), ({"registered_on": "2026-01-06"}, "ST20"), (SENT, "ST30"), (BACK, "ST40"),
     (ASKED, "ST41")],
)  # fmt: skip
def test_the_days_lead_to_the_state(days, state):
    assert plan(**days).target == state
    assert faults(**days, state=state) == []


@pytest.mark.parametrize("state", ["ST50", "ST91", "ST100", "ST105"])
def test_no_case_begins_past_the_completeness_check_so_no_hearing_is_skipped(state):
    [fault] = plan(**ASKED, state=state).faults
    assert fault.column == "STATE"
    assert state in str(fault.error)
    assert fault.error.hint.count("ST") == len(BEGINNINGS)


def test_a_state_that_the_days_do_not_reach_is_refused_with_the_days_that_are_needed():
    [fault] = plan(state="ST40").faults
    assert "FORM_SENT_ON" not in fault.error.hint  # a column that is not mapped goes by its field
    assert "form_sent_on, form_returned_on" in fault.error.hint


def test_a_day_needs_the_day_before_it_and_a_number_its_kind():
    assert [column for column, _ in faults(advice_received_on="2026-02-01")] == [
        "ADVICE_RECEIVED_ON"
    ]
    assert [column for column, _ in faults(applicant_kind="persoon", kvk="69599084")] == ["KVK"]
    assert [column for column, _ in faults(applicant_kind="bedrijf", bsn="999990019")] == ["BSN"]
