"""An area gets another name or keeper and a last day; on an earlier day it reads as it was."""

from datetime import date

import pytest
from sqlalchemy import select

from bureau.errors import AccessDenied, Changed, Invalid, NotAllowed
from bureau.model import User, UserRole
from bureau.operations import area_changes, area_entries, areas
from bureau.rules.vocabulary import Role
from tests.bureau.formats.test_boundaries import feature
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.test_area_entries import say
from tests.bureau.operations.test_areas import draw, moved
from tests.bureau.operations.test_boards import bind_police

pytestmark = ON_SQLITE
BEFORE = date(2026, 3, 15)


def change(road, version=1, name="Zuiderkade", keeper=None, login="coordinator", day="04-01"):
    with road.by(login, day) as work:
        chosen = keeper or work.actor.id
        return area_changes.change_area(
            work, "zuidkade", version, name, str(chosen), "Raadsbesluit."
        )


def end(
    road, version=1, until=date(2026, 4, 30), login="coordinator", day="04-01", why="Gesloopt."
):
    with road.by(login, day) as work:
        area_changes.end_area(work, "zuidkade", version, until, why)


def profile(road, on=None, login="coordinator"):
    with road.by(login, "12-31") as work:
        return areas.read_area(work, "zuidkade", on)


def test_another_name_and_keeper_hold_from_then_on_and_the_change_is_told(road):
    draw(road)
    with road.by("coordinator") as work:
        officer = work.session.scalars(select(User).where(User.login == "officer")).one()
        officer.roles.append(UserRole(role=Role.COORDINATOR))
        work.record("role.granted", officer)
        successor = officer.id
    change(road, keeper=successor)
    found = profile(road)
    assert (found.shape.name, found.keeper) == ("Zuiderkade", "Officer")
    (told,) = found.changes
    assert (told.name, told.by, told.why) == ("Zuidkade", "Coordinator", "Raadsbesluit.")
    old = profile(road, BEFORE)
    assert (old.shape.name, old.keeper, old.changes) == ("Zuidkade", "Coordinator", ())


def test_a_stale_page_an_empty_change_and_a_keeper_who_may_not_are_refused(road):
    draw(road)
    for wrong in ({"name": "Zuidkade"}, {"name": " "}, {"keeper": road.actors.officer.id}):
        with pytest.raises(Invalid):
            change(road, **wrong)
    change(road)
    with pytest.raises(Changed):
        change(road, version=1, name="Kade")
    for login in ("officer", "police", "care"):
        with pytest.raises(AccessDenied):
            change(road, login=login)
        with pytest.raises(AccessDenied):
            end(road, login=login)


def test_an_ended_area_is_read_and_told_apart_and_offered_for_nothing(road):
    draw(road)
    bind_police(road)
    number = say(road)
    end(road)
    found = profile(road, login="police")
    assert (found.shape.over, found.shape.until) == (True, date(2026, 4, 30))
    assert found.end_reason == "Gesloopt."
    assert not profile(road, BEFORE).shape.until
    assert not profile(road, date(2026, 4, 30)).shape.over
    with road.by("coordinator", "05-01") as work:
        shapes = {shape.code: shape.over for shape in areas.list_areas(work)}
        assert shapes == {"loodsbuurt": False, "oosterhaven": False, "zuidkade": True}
        near = areas.read_area(work, "loodsbuurt")
        assert [each.code for each in near.others] == ["oosterhaven"]
    with pytest.raises(Invalid), road.by("coordinator", "05-01") as work:
        areas.choose_neighbours(work, "loodsbuurt", 1, ["zuidkade"], "", "Grenst aan.")
    with pytest.raises(NotAllowed), road.by("coordinator", "05-01") as work:
        areas.choose_neighbours(work, "zuidkade", 2, ["loodsbuurt"], "", "Grenst aan.")
    with pytest.raises(NotAllowed):
        say(road, day="05-01")
    with pytest.raises(NotAllowed):
        draw(road, feature(moved(0.5), "Zuidkade"), day="05-01")
    with road.by("coordinator", "05-01") as work:
        area_entries.end_entry(work, "zuidkade", number, "Verkeerd geteld.")


def test_a_last_day_can_be_taken_away_again(road):
    draw(road)
    with pytest.raises(NotAllowed):
        end(road, until=None)
    with pytest.raises(Invalid):
        end(road, until=date(1999, 1, 1))
    end(road)
    with pytest.raises(NotAllowed):
        end(road, version=2)
    end(road, version=2, until=None, day="05-02", why="De sloop gaat niet door.")
    found = profile(road)
    assert (found.shape.over, found.end_reason, len(found.changes)) == (False, "", 2)
    assert profile(road, date(2026, 5, 1)).shape.over
