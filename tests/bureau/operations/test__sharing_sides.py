"""Who stands around a case, and what the register answers by itself."""

from bureau.model import Case, Organisation
from bureau.operations import _sharing_sides as sides
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.sharing_desk import Desk

pytestmark = ON_SQLITE


def test_consent_counts_only_from_all_who_brought_criminal_data_in(work_of, actors):
    desk = Desk(work_of, actors)
    desk.give("police", "coordinator", category="POLICE_8_13")
    desk.give("prosecutor", "coordinator", category="JUSTICE")

    def met():
        with desk.by("coordinator") as work:
            case = work.session.get_one(Case, desk.case)
            port = work.session.get_one(Organisation, actors.port.organisation_id)
            return sides.established(work, case, port, "THIRD")

    assert met() == {"no_veto"}
    desk.stance("police", objects=False)
    assert met() == {"no_veto"}
    desk.stance("prosecutor", objects=False, recipient="port")
    assert met() == {"no_veto", "givers_consent"}
    desk.stance("prosecutor", objects=True, recipient="port")
    assert met() == set()
    desk.phase("ST80")
    with desk.by("coordinator") as work:
        case = work.session.get_one(Case, desk.case)
        assert sides.phase_of(case).value == "P1"  # nothing tells of a later phase
        assert {row.code for row in sides.bodies(work.session, case)} >= {"police", "port"}
