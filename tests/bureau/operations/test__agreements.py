"""Who can be a party, and which agreements two organisations share."""

from bureau.operations import _agreements
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import Table

pytestmark = ON_SQLITE


def test_a_party_is_the_own_body_or_one_that_takes_part_in_a_case(work_of, actors):
    Table(work_of, actors, seats=())
    with work_of(actors.coordinator) as work:
        codes = {body.code for body in _agreements.bodies(work)}
    assert codes == {"havermonde", "police", "tax", "customs"}


def test_two_organisations_share_what_both_signed(work_of, actors):
    with work_of(actors.coordinator) as work:
        own = actors.coordinator.organisation_id
        assert len(_agreements.shared(work, own, actors.police.organisation_id)) == 1
        assert _agreements.shared(work, own, actors.outsider.organisation_id) == ()
