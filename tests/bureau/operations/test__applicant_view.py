"""What the applicant sees: only what can be supplied counts as missing."""

from bureau.operations import _applicant_view, supplements
from bureau.policy import Permission
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def view(road, day):
    with road.by("officer", day) as work:
        return _applicant_view.view(work, work.case(road.id, Permission.CASE_READ))


def test_a_form_that_is_out_names_every_gap(road):
    road.to_form()
    codes = {gap.code for gap in view(road, "03-04").gaps}
    assert {"Q01.01", "DC02"} <= codes


def test_a_supplement_names_its_own_gaps_and_what_came_back_none(road):
    road.to_returned(left_out=("DC01", "DC02"))
    assert view(road, "03-09").gaps == ()
    with road.by("officer", "03-10") as work:
        supplements.ask_supplement(work, road.id, "one gap", gaps=["DC02"])
    assert [gap.code for gap in view(road, "03-10").gaps] == ["DC02"]
