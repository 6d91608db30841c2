"""What left by the other ways out stands beside the register, for who keeps the case."""

from bureau.model import Case
from bureau.operations import _sharing_outs
from bureau.rules.events import EventKind
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.sharing_desk import Desk

pytestmark = ON_SQLITE


def test_an_export_is_listed_for_the_keeper_only(work_of, actors):
    desk = Desk(work_of, actors)
    with desk.by("coordinator") as work:
        case = work.session.get_one(Case, desk.case)
        work.record(EventKind.NETWORK_EXPORTED, case, format="gexf", sha256="0" * 64)
    with desk.by("coordinator") as work:
        case = work.session.get_one(Case, desk.case)
        found = _sharing_outs.ways_out(work, case)
        assert [(row.kind, row.what) for row in found] == [("export", "gexf")]
    with desk.by("police") as work:
        assert not _sharing_outs.ways_out(work, work.session.get_one(Case, desk.case))
