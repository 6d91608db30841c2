"""What is with the applicant: a round, a supplement or nothing."""

import pytest

from bureau.errors import NotAllowed
from bureau.operations import _handing, questionnaires, supplements
from bureau.policy import Permission
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def out(road):
    with road.by("officer", "03-11") as work:
        found = _handing.waiting(work, work.case(road.id, Permission.CASE_READ))
        return (found.form is not None, found.supplement is not None, str(found.until))


def test_the_form_is_out_until_it_came_back_and_then_only_a_supplement(road):
    assert out(road) == (False, False, "None")
    road.to_form()
    assert out(road) == (True, False, "2026-03-17")
    with road.by("officer", "03-09") as work:
        questionnaires.return_form(work, road.id)
    assert out(road) == (False, False, "None")
    with road.by("officer", "03-10") as work:
        supplements.ask_supplement(work, road.id, "one gap")
    assert out(road)[:2] == (False, True)
    with road.by("officer", "03-11") as work:
        supplements.receive_supplement(work, road.id)
    assert out(road) == (False, False, "None")


def test_where_nothing_is_out_nothing_can_be_handed_in(road):
    with pytest.raises(NotAllowed), road.by("officer") as work:
        _handing.insist(work, work.case(road.id, Permission.CASE_READ))
