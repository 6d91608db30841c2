"""How a barrier stands over a year: agreed, in force, reviewed, circumvented; weighed by two."""

from datetime import date

import pytest

from bureau.errors import Invalid, NotAllowed, NotFound
from bureau.operations import barrier_standings, boards
from bureau.operations.barrier_standings import StatusFields
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.test_boards import bind_police

pytestmark = ON_SQLITE
SOON = date(2026, 6, 1)


def move(road, status, day, code="UGB-4a", review=None, **more):
    with road.by("coordinator", day) as work:
        fields = StatusFields(status=status, reason="Afgesproken.", review_on=review, **more)
        barrier_standings.move_barrier(work, "UGB", code, fields)


def standing(road, day, login="coordinator"):
    with road.by(login, day) as work:
        return boards.read_barrier(work, "UGB", "UGB-4a").standing


def test_the_history_grows_and_a_review_that_ran_out_is_flagged(road):
    move(road, "agreed", "03-02", review=date(2026, 4, 1))
    move(road, "in_force", "04-02", review=SOON, side_effect="Ondernemers voelen zich gezien.")
    assert [line.status for line in standing(road, "05-01").history] == ["agreed", "in_force"]
    assert not standing(road, "06-01").overdue
    assert standing(road, "06-02").overdue
    with road.by("coordinator", "06-02") as work:
        found = barrier_standings.overdue_reviews(work)
    assert [(each.barrier, each.review_on) for each in found] == [("UGB-4a", SOON)]
    with road.by("officer", "06-02") as work:
        assert barrier_standings.overdue_reviews(work) == ()


def test_a_leap_a_missing_review_and_a_day_before_the_last_are_refused(road):
    move(road, "idea", "03-02")
    with pytest.raises(NotAllowed):
        move(road, "circumvented", "03-03")
    with pytest.raises(Invalid):
        move(road, "agreed", "03-03")
    early = StatusFields(status="agreed", reason="x", since=date(2026, 3, 1), review_on=SOON)
    with pytest.raises(Invalid), road.by("coordinator", "03-05") as work:
        barrier_standings.move_barrier(work, "UGB", "UGB-4a", early)
    with pytest.raises(NotFound):
        move(road, "idea", "03-03", code="UGB-9z")


def test_two_people_weigh_it_and_the_board_says_when_they_are_far_apart(road):
    bind_police(road)
    for login, effect in (("coordinator", 4), ("police", 1)):
        with road.by(login) as work:
            barrier_standings.weigh_barrier(work, "UGB", "UGB-4a", 3, effect, "Na drie rondes.")
    found = standing(road, "03-03", "police")
    assert found.pair is not None
    assert found.apart
    with pytest.raises(Invalid), road.by("police") as work:
        barrier_standings.weigh_barrier(work, "UGB", "UGB-4a", 0, 1, "")
