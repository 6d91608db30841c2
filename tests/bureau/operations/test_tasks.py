"""The home page: what waits for whom follows from role and membership, most pressing first."""

from datetime import date

import pytest

from bureau.operations import tasks
from bureau.operations.tasks import TaskKind


def kinds(road, login, day="03-20"):
    with road.by(login, day) as work:
        return [task.kind for task in tasks.upcoming(work) if task.kind is not TaskKind.CLOCK]


def running(road, login, day):
    with road.by(login, day) as work:
        return [(t.clock.term, t.due) for t in tasks.upcoming(work) if t.clock]


def test_clocks_are_shown_to_every_member_by_their_end(road):
    road.to_form()
    expected = [("DL02", date(2026, 3, 17)), ("DL01", date(2026, 4, 28))]
    for login in ("officer", "second", "mayor"):
        assert running(road, login, "03-10") == expected
    assert running(road, "outsider", "03-10") == []


def test_tasks_are_plain_values_and_listing_is_recorded(road, trail):
    road.raise_indicator()
    with road.by("officer") as work:
        [clock, task] = sorted(tasks.upcoming(work), key=lambda each: each.kind)
        assert clock.plain("nl")["clock"]["name"] == "beslistermijn"
        assert task.plain("en") == {
            "kind": "indicators",
            "case": road.reference,
            "title": "Café De Ankerplaats",
            "due": "2026-04-28",
            "days_left": 57,
            "count": 1,
            "clock": None,
        }
    assert trail()[-1].facts == {"shown": 2}


@pytest.mark.parametrize("login", ["police", "care", "admin", "auditor"])
def test_who_is_in_no_case_has_nothing_to_do(road, login):
    assert kinds(road, login) == []
