"""A hold on destruction."""

from dataclasses import replace

import pytest

from bureau.errors import AccessDenied, NotAllowed
from bureau.operations import holds
from tests.bureau.operations.agreeing import agree
from tests.bureau.operations.road import ON_SQLITE
from tests.conftest import NOW

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


def test_lifting_and_agreeing_to_it_each_ask_a_fresh_second_factor(road):
    def weak(login):
        actor = replace(getattr(road.actors, login), asks=NOW.date())
        return lambda: road.work_of(actor, NOW)

    with road.by("officer") as work:
        holds.set_hold(work, road.id, "a claim")
    with pytest.raises(NotAllowed, match="second factor"), weak("officer")() as work:
        holds.ask_lifting(work, road.id, "over")
    with road.by("officer") as work:
        holds.ask_lifting(work, road.id, "over")
    with pytest.raises(NotAllowed, match="second factor"):
        agree(weak("second"))
    assert agree(lambda: road.by("second")) == ["used"]
