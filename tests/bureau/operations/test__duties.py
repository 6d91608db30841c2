"""What each role still has to do in one case."""

from bureau.operations import _duties, _rows, supplements
from bureau.operations._duties import TaskKind
from bureau.policy import Permission
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def counted(road, day):
    with road.by("officer", day) as work:
        case = work.case(road.id, Permission.CASE_READ)
        rows = _rows.rows(work.session, case, _rows.TASKS)
        return {kind for kind, count in _duties.officer(rows, work) if count}


def test_a_form_and_a_supplement_that_came_in_wait_for_the_officer(road):
    road.to_returned(left_out=("Q02.01",))
    assert counted(road, "03-10") == {TaskKind.CHECK_FORM}
    with road.by("officer", "03-10") as work:
        supplements.ask_supplement(work, road.id, "not complete")
    assert counted(road, "03-11") == set()
    with road.by("officer", "03-12") as work:
        supplements.receive_supplement(work, road.id)
    assert counted(road, "03-12") == {TaskKind.CHECK_SUPPLEMENT}


def test_the_second_reader_signs_what_another_wrote_and_the_mayor_decides(road):
    road.to_assessment()
    road.assess(sign=False)
    with road.by("second", "03-13") as work:
        rows = _rows.rows(work.session, work.case(road.id, Permission.CASE_READ), _rows.TASKS)
        assert dict(_duties.reviewer(rows, work))[TaskKind.SIGN] == 3
        assert dict(_duties.mayor(rows))[TaskKind.DECIDE] == 0
