"""A round trip counts as what left, what came back and the days between."""

from bureau.model import Case, Hit
from bureau.operations import networks
from bureau.operations._round_trips import found
from bureau.rules.events import EventKind
from bureau.rules.indicator_facts import RoundTrip
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.scene import take_payments

pytestmark = ON_SQLITE


def test_a_refuted_lead_no_longer_counts_and_nobody_looking_is_not_none(road):
    with road.by("officer") as work:
        case = work.session.get_one(Case, road.id)
        assert found(work.session, case) is None
        take_payments(work, road.id)
    with road.by("officer") as work:
        networks.detect(work, road.id, "test of round trips", patterns=["UB-03"])
    with road.by("officer") as work:
        case = work.session.get_one(Case, road.id)
        assert found(work.session, case) == (RoundTrip(10_000_00, 9_800_00, 4),)
        hit = work.session.query(Hit).one()
        hit.status = "refuted"
        work.record(EventKind.LEAD_JUDGED, hit)
        assert found(work.session, case) == ()
