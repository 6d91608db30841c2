"""The power map: drafted with reason and basis, standing from signature, read as of a day."""

from datetime import timedelta

import pytest

from bureau.errors import AccessDenied, Changed, Invalid, NotAllowed, NotFound
from bureau.operations import agreements, power_maps
from bureau.rules.agreements import Standing
from tests.bureau.operations.map_desk import Mapped
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.test_agreements import END, TODAY, offer, sign

pytestmark = ON_SQLITE


@pytest.fixture
def desk(work_of, actors, sessions):
    return Mapped(work_of, actors, sessions)


def test_it_is_filled_with_what_the_law_says_and_what_stands_there_stays(desk):
    desk.put("police", "advises")
    filled = desk.fill()
    assert filled == 3 * len(desk.read().lines) - 1
    assert desk.cell("police") == "advises"
    assert desk.cell("tax") == "vetoes"
    assert desk.cell("havermonde") == "decides"
    assert desk.fill() == 0


def test_a_change_follows_and_what_was_written_before_stays(desk):
    assert desk.put("police", "advises") == 1
    assert desk.put("police", "vetoes") == 2
    assert desk.cell("police") == "vetoes"
    [before] = desk.read().earlier
    assert (before.place, before.number) == ("advises", 1)


def test_an_entry_has_a_basis_a_reason_and_a_day_within_the_agreement(desk):
    for wrong in ({"basis": " "}, {"reason": ""}):
        with pytest.raises(Invalid):
            desk.put("police", "vetoes", **wrong)
    with pytest.raises(Invalid, match="outside the agreement"):
        desk.put("police", "vetoes", from_on=END + timedelta(days=1))
    with pytest.raises(Invalid):
        desk.put("police", "shouts")
    with pytest.raises(Invalid):
        desk.put("police", "vetoes", subject="POEM")
    with pytest.raises(NotFound, match="no party"):
        desk.put("customs", "vetoes")


def test_it_stands_once_offered_and_binds_from_the_signatures(desk):
    desk.fill()
    assert not desk.read().holds
    with pytest.raises(NotFound):
        desk.read("police")
    desk.bind()
    view = desk.read("police")
    assert (view.holds, view.standing, view.may_write) == (True, Standing.IN_FORCE, False)
    with pytest.raises(NotAllowed, match="does not change"):
        desk.put("police", "decides")
    with pytest.raises(NotFound):
        desk.read("customs")


def test_an_entry_of_a_later_day_does_not_hold_before_it(desk):
    later = TODAY + timedelta(days=30)
    desk.put("police", "advises")
    desk.put("police", "vetoes", from_on=later)
    desk.bind()
    assert desk.cell("police") == "advises"
    assert desk.cell("police", on=later) == "vetoes"


def test_as_of_a_day_the_version_that_was_in_force_is_shown(desk, work_of, actors):
    desk.put("police", "advises")
    desk.bind()
    with desk.by("coordinator") as work:
        row = agreements.read_agreement(work, desk.agreement).agreement
        first = END + timedelta(days=1)
        made = agreements.renew(work, row.id, row.version, first, first.replace(year=2030))
        again = made.id
    old, desk.agreement = desk.agreement, again
    assert desk.cell("police") == "advises"
    desk.put("police", "vetoes")
    offer(work_of, actors.coordinator, again)
    for code in ("havermonde", "police"):
        sign(work_of, actors.coordinator, again, code)
    view = desk.read(on=TODAY)
    assert (view.agreement.id, view.holds) == (old, True)
    assert desk.cell("police", on=TODAY) == "advises"
    assert desk.cell("police", on=first, agreement=old) == "vetoes"
    assert not desk.read(on=TODAY - timedelta(days=4000)).holds


def test_only_a_coordinator_drafts_it(desk):
    version = desk.agreed_version()
    with pytest.raises(AccessDenied), desk.by("police") as work:
        power_maps.fill_map(work, desk.agreement, version)
    with pytest.raises(Changed), desk.by("coordinator") as work:
        power_maps.fill_map(work, desk.agreement, 99)
