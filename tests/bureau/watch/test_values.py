"""A look by the clock on the wall."""

from datetime import UTC, datetime

from bureau.watch.values import Act, Known, Look


def test_a_look_has_the_day_of_the_clock_on_the_wall():
    late = Look(1, datetime(2026, 7, 1, 22, 30, tzinfo=UTC), "a", "b", Act.OPEN, "case:1")
    assert (late.day.isoformat(), late.local.hour) == ("2026-07-02", 0)


def test_of_whom_nothing_was_declared_nothing_is_known():
    assert not Known().person("anybody").marks
