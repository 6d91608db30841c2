"""Gaps count answers and documents of every round."""

from bureau.model import Case
from bureau.operations import _gaps, _rows
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def gaps(road, day="03-09"):
    with road.by("officer", day) as work:
        case = work.session.get_one(Case, road.id)
        return [gap.code for gap in _gaps.gaps(_rows.rows(work.session, case, _gaps.NEEDED))]


def test_before_a_form_was_sent_nothing_is_missing(road):
    assert gaps(road) == []


def test_a_complete_form_has_no_gaps(road):
    road.to_returned()
    assert gaps(road) == []


def test_what_was_left_out_is_named_in_the_order_of_the_form(road):
    road.to_returned(left_out=("DC02", "Q01.01"))
    assert gaps(road) == ["Q01.01", "DC02"]
