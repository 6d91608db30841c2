"""The head of a case says what its reader may do, and is there for members only."""

import pytest

from bureau.errors import AccessDenied, NotAllowed
from bureau.operations import endings, frames
from bureau.operations.frames import read_frame
from bureau.policy import Permission
from tests.bureau.operations.table import EARLY, Table


def test_it_names_the_case_and_its_handlers(road):
    with road.by("second") as work:
        head = read_frame(work, road.id)
    assert head.reference == road.reference
    assert head.handlers == ("Officer",)
    assert len(head.members) == 3
    assert head.screening


@pytest.mark.parametrize(
    ("login", "yes", "no"),
    [
        ("officer", Permission.CASE_STEP, Permission.SCREENING_DECIDE),
        ("second", Permission.SCREENING_SIGN, Permission.CASE_STEP),
        ("mayor", Permission.SCREENING_DECIDE, Permission.FACT_RECORD),
    ],
)
def test_each_reader_may_do_what_the_table_says(road, login, yes, no):
    with road.by(login) as work:
        head = read_frame(work, road.id)
    assert head.may(yes)
    assert not head.may(no)


@pytest.mark.parametrize("login", ["outsider", "police", "care", "admin", "auditor"])
def test_others_learn_nothing(road, login):
    with pytest.raises(AccessDenied), road.by(login) as work:
        read_frame(work, road.id)


def test_whoever_lacks_a_leave_is_stopped_and_a_closed_case_says_so(work_of, actors):
    table = Table(work_of, actors, **EARLY)
    with table.by("police") as work, pytest.raises(AccessDenied):
        frames.insist(work, table.case, Permission.CASE_EDIT)
    with table.by("coordinator") as work:
        frames.insist(work, table.case, Permission.CASE_EDIT)
        endings.close_case(work, table.case, "no_result", "nothing was found")
    with table.by("coordinator") as work, pytest.raises(NotAllowed):
        frames.insist(work, table.case, Permission.CASE_EDIT)
