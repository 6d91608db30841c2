"""A hold on destruction."""

import pytest

from bureau.errors import AccessDenied, NotAllowed
from bureau.operations import holds
from tests.bureau.operations.agreeing import agree
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_it_is_lifted_when_one_asks_and_another_agrees(road):
    with road.by("officer") as work:
        holds.set_hold(work, road.id, "a claim")
    with pytest.raises(NotAllowed), road.by("officer") as work:
        holds.set_hold(work, road.id, "again")
    with pytest.raises(AccessDenied), road.by("second") as work:
        holds.ask_lifting(work, road.id, "over")
    with road.by("officer") as work:
        holds.ask_lifting(work, road.id, "over")
    with road.by("second") as work:
        assert holds.read_hold(work, road.id).reason == "a claim"
    assert agree(lambda: road.by("second")) == ["used"]
    with road.by("second") as work:
        assert holds.read_hold(work, road.id) is None
    with pytest.raises(NotAllowed), road.by("officer") as work:
        holds.ask_lifting(work, road.id, "over")
