"""Clocks as the macros draw them."""

import pytest

from app.views import clocks
from bureau.operations import delays
from bureau.operations.case_files import read_case
from tests.bureau.operations.road import at


def drawn(road, day):
    with road.by("officer", day) as work:
        return clocks.all_drawn(read_case(work, road.id).clocks, "en", work.today)


@pytest.mark.parametrize(
    ("day", "state"), [("03-05", "running"), ("04-20", "due_soon"), ("06-01", "overdue")]
)
def test_a_clock_says_how_near_its_end_is(road, day, state):
    assert drawn(road, day)[0]["state"] == state


def test_the_part_that_is_used_is_never_more_than_the_whole(road):
    clock = drawn(road, "06-01")[0]
    assert clock["used"] <= clock["total"]


def test_what_stopped_comes_last(road):
    road.to_returned()
    rows = drawn(road, "03-10")
    assert [row["state"] == "done" for row in rows] == sorted(
        row["state"] == "done" for row in rows
    )


def test_an_imagined_advice_moves_the_last_day_and_explains_it(road):
    with road.by("officer") as work:
        asked = clocks.Imagined("SUS5", work.today, 8)
        found = clocks.imagined(read_case(work, road.id), asked, work.today, "nl")
    assert found["due"] > at("04-28").date()
    assert found["explanation"][0]["rule"] == "SUS5"


def test_nothing_is_imagined_when_the_term_no_longer_runs(road):
    road.to_decision().decide()
    with road.by("officer", "04-02") as work:
        asked = clocks.Imagined("SUS5", work.today, 8)
        assert clocks.imagined(read_case(work, road.id), asked, work.today, "nl") is None


@pytest.mark.parametrize(
    ("rule", "start", "weeks", "due"),
    [("SUS1", "03-10", 2, "2026-05-11"), ("SUS3", "04-20", 4, "2026-05-26")],
)
def test_a_supplement_and_a_delay_are_imagined_as_they_are_counted(road, rule, start, weeks, due):
    """Worked examples D and I."""
    with road.by("officer") as work:
        asked = clocks.Imagined(rule, at(start).date(), weeks)
        found = clocks.imagined(read_case(work, road.id), asked, work.today, "nl")
    assert found["due"].isoformat() == due
    assert found["now"].isoformat() == "2026-04-28"


def test_what_cannot_be_asked_any_more_is_not_imagined(road):
    road.to_care()
    with road.by("officer", "03-16") as work:
        file = read_case(work, road.id)
        assert clocks.causes(file) == ("SUS3",)
        asked = clocks.Imagined("SUS5", work.today, 8)
        assert clocks.imagined(file, asked, work.today, "nl") is None


def test_what_is_imagined_after_a_letter_of_delay_pushes_its_date(road):
    road.to_assessment()
    with road.by("officer", "04-20") as work:
        delays.send_delay(work, road.id, at("05-25").date(), "the file is large")
        asked = clocks.Imagined("SUS3", at("05-01").date(), 2)
        found = clocks.imagined(read_case(work, road.id), asked, work.today, "nl")
    assert (found["now"].isoformat(), found["due"].isoformat()) == ("2026-05-25", "2026-06-08")
