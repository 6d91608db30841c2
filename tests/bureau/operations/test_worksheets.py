"""A sheet goes where it belongs, and a lesson is published when complete and checked."""

import pytest

from bureau.errors import Changed, Invalid, NotAllowed
from bureau.operations import worksheets
from tests.bureau.operations.plan_desk import Desk
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


@pytest.fixture
def desk(work_of, actors):
    return Desk(work_of, actors)


def test_a_sheet_stands_where_it_belongs_and_once(desk):
    for kind, plan in (("theory", False), ("problem", True)):
        with pytest.raises(NotAllowed, match="does not stand there"):
            desk.write(kind, plan=plan)
    desk.write("theory")
    with pytest.raises(NotAllowed, match="already"):
        desk.write("theory")
    with pytest.raises(Invalid), desk.by("coordinator") as work:
        worksheets.begin_sheet(work, desk.case, "problem", "x", {"statement": " "})


def test_nobody_signs_a_version_that_was_followed(desk):
    sheet = desk.write("problem", plan=False)
    with desk.by("coordinator") as work:
        worksheets.write_sheet(work, desk.case, sheet, 1, {"statement": "Nieuw."}, "scherper")
    with pytest.raises(Changed), desk.by("police") as work:
        worksheets.sign_sheet(work, desk.case, sheet, 1, agrees=True)
    with pytest.raises(Invalid), desk.by("police") as work:
        worksheets.sign_sheet(work, desk.case, sheet, 2, agrees=False)


def test_a_lesson_is_published_when_it_is_complete_and_checked(desk):
    with desk.by("coordinator") as work:
        half = worksheets.begin_sheet(work, desk.case, "lesson", "Half", {"what": "Iets."}).id
    with pytest.raises(NotAllowed, match="not complete"), desk.by("coordinator") as work:
        worksheets.publish_lesson(work, desk.case, half, "gezien")
    whole = desk.write("lesson", plan=False)
    with pytest.raises(Invalid), desk.by("coordinator") as work:
        worksheets.publish_lesson(work, desk.case, whole, " ")
    with desk.by("coordinator") as work:
        assert worksheets.publish_lesson(work, desk.case, whole, "Geen naam.").published_on
