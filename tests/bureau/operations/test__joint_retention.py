"""Every partnership case stands in the list, whether it is open or not, by its first processing."""

from bureau.model import Case
from bureau.operations import _joint_retention, destructions, endings
from bureau.policy import Permission
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import EARLY, Table

pytestmark = ON_SQLITE


def test_the_list_and_the_case_say_the_same(work_of, actors):
    table = Table(work_of, actors, **EARLY)
    for closing in (False, True):
        with table.by("coordinator") as work:
            if closing:
                endings.close_case(work, table.case, "no_result", "nothing was found")
            case = work.session.get_one(Case, table.case)
            one = _joint_retention.line(work, case)
            assert list(_joint_retention.lines(work, Permission.RETENTION_READ)) == [one]
            assert one.kept.row.code == ("JOINT_NONE" if closing else "JOINT")
    with table.by("police") as work:
        assert [row.case_id for row in destructions.list_retention(work)] == [table.case]
