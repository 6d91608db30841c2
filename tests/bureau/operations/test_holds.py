"""A hold on destruction."""

import pytest

from bureau.errors import AccessDenied, NotAllowed
from bureau.operations import holds
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_one_sets_it_and_another_lifts_it(road):
    with road.by("officer") as work:
        holds.set_hold(work, road.id, "a claim")
    with pytest.raises(NotAllowed), road.by("officer") as work:
        holds.set_hold(work, road.id, "again")
    with pytest.raises(AccessDenied), road.by("officer") as work:
        holds.lift_hold(work, road.id, "over")
    with road.by("second") as work:
        assert holds.read_hold(work, road.id).reason == "a claim"
        holds.lift_hold(work, road.id, "over")
    with road.by("second") as work:
        assert holds.read_hold(work, road.id) is None
    with pytest.raises(NotAllowed), road.by("second") as work:
        holds.lift_hold(work, road.id, "over")
