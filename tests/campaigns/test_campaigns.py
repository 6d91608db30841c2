"""A short run of each campaign; the full ones are started by hand."""

import pytest

from bureau import keys
from tests.campaigns import (
    approvals,
    disclosures,
    histories,
    insiders,
    kills,
    long_trail,
    packages,
    power_cuts,
    proofs,
    races,
    rooms,
    rotations,
    tampers,
    traces,
    victims,
)

pytestmark = pytest.mark.campaign


@pytest.fixture(autouse=True)
def _keys_afterwards():
    """Leave a ring behind, as the other tests expect."""
    yield
    keys.hold(keys.KeyRing.fresh())


@pytest.mark.parametrize(
    "campaign",
    [
        *(approvals, races, kills, power_cuts, tampers, proofs, long_trail),
        *(insiders, histories, disclosures, rooms, rotations, traces, victims, packages),
    ],
    ids=lambda one: one.__name__[16:],
)
def test_nothing_is_found_wrong(campaign, capsys):
    with capsys.disabled():
        print()
        found = campaign.short()
    assert found == []
    if campaign is approvals:
        done = approvals.done()
        assert done["use"] > 0
        assert done["use after a change refused"] > 0
        assert "use after a change" not in done
