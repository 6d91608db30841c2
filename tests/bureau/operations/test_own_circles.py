"""What people declare of themselves, and what rules ask because of it."""

from datetime import date

import pytest

from bureau.errors import AccessDenied, Invalid, NotAllowed, NotFound
from bureau.operations import alerts, own_circles
from tests.bureau.operations.looked import raised, searches, watched
from tests.conftest import NOW

LEAVE = (date(2026, 3, 2), date(2026, 3, 6))


def declared(work_of, who, near=(), hours=(None, None), leave=()):
    with work_of(who) as work:
        return own_circles.declare(work, near, hours, leave)


def test_a_relative_that_was_declared_is_asked_about_and_a_reviewer_reads_what_was_said(
    work_of, sessions, actors
):
    declared(work_of, actors.officer, ["Sanne Zwager", "", "Sanne Zwager"])
    searches(work_of, actors.officer, "Sanne Zwager")
    watched(work_of, actors.admin)
    assert [row[:2] for row in raised(sessions)] == [("R01", "officer")]
    with work_of(actors.auditor) as work:
        view = alerts.read_alert(work, alerts.list_alerts(work)[0].id)
    assert view.declared["near"] == ["Sanne Zwager"]


def test_looks_on_leave_are_asked_about_and_those_within_ones_hours_are_not(
    work_of, sessions, actors
):
    late = NOW.replace(hour=22)
    declared(work_of, actors.officer, hours=(20, 4))
    declared(work_of, actors.mayor, leave=[LEAVE])
    for who in (actors.officer, actors.mayor):
        searches(work_of, who, "Jansen", "Pietersen", now=late)
    searches(work_of, actors.coordinator, "Jansen", "Pietersen", now=late)
    watched(work_of, actors.admin)
    assert [row[:2] for row in raised(sessions)] == [("R06", "mayor")]


def test_it_is_ones_own_and_replaced_as_a_whole(work_of, actors, trail):
    declared(work_of, actors.officer, ["Sanne Zwager"], (7, 16), [LEAVE])
    declared(work_of, actors.officer, ["Kade 12"])
    with work_of(actors.officer) as work:
        assert own_circles.read_circle(work).told == {"near": ["Kade 12"], "hours": [], "leave": []}
    with work_of(actors.mayor) as work:
        assert own_circles.read_circle(work) is None
    assert "Zwager" not in str([(event.facts, event.changes) for event in trail()])


@pytest.mark.parametrize(
    ("near", "hours", "leave"),
    [
        (["x" * 201], (None, None), []),
        ([f"name {n}" for n in range(41)], (None, None), []),
        ([], (8, None), []),
        ([], (8, 8), []),
        ([], (8, 24), []),
        ([], (None, None), [LEAVE[::-1]]),
    ],
)
def test_what_cannot_be_is_refused(work_of, actors, near, hours, leave):
    with pytest.raises(Invalid):
        declared(work_of, actors.officer, near, hours, leave)


def test_an_administrator_enters_hours_and_leave_and_reads_nothing_of_the_circle(
    work_of, actors, trail
):
    declared(work_of, actors.officer, ["Sanne Zwager"], (8, 17))
    with work_of(actors.admin) as work:
        own_circles.enter_hours(work, actors.officer.id, (20, 4), [LEAVE])
        user, hours, leave = own_circles.read_hours(work, actors.officer.id)
        assert (user.login, hours, leave) == ("officer", [20, 4], [["2026-03-02", "2026-03-06"]])
    entered = [row for row in trail() if row.kind == "circle.declared"][-1]
    assert (entered.actor_id, entered.scope) == (actors.admin.id, f"user:{actors.officer.id}")
    with work_of(actors.officer) as work:
        told = own_circles.read_circle(work).told
    assert (told["near"], told["hours"]) == (["Sanne Zwager"], [20, 4])


@pytest.mark.parametrize("login", ["care", "admin", "outsider"])
def test_not_of_a_helper_of_oneself_or_of_another_house(work_of, actors, login):
    someone = getattr(actors, login)
    with pytest.raises((NotAllowed, NotFound)), work_of(actors.admin) as work:
        own_circles.enter_hours(work, someone.id, (8, 17), [])
    with pytest.raises(AccessDenied), work_of(actors.officer) as work:
        own_circles.enter_hours(work, actors.second.id, (8, 17), [])
