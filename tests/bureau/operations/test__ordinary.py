"""How the ordinary grounds of a case stand, also where only the memo says so."""

from bureau.operations import _ordinary, _rows, cases
from bureau.operations.case_files import read_case
from bureau.rules.grounds import OrdinaryGround
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_a_ground_outside_the_list_decides_too(road):
    with road.by("officer") as work:
        version = read_case(work, road.id).screening.version
        memo = {"ordinary_grounds": "Another act forbids it.", "ordinary_ground_met": True}
        cases.record_scope_test(work, road.id, version, **memo)
        case = cases.find_case(work, road.reference)
        kept = _rows.rows(work.session, work.case(case, "case.read"))
        assert _ordinary.put(kept) == (OrdinaryGround("OTHER", met=True),)
        assert _ordinary.decides(kept)
        assert _ordinary.reasoned(kept)
        assert _ordinary.met(kept) == ()
