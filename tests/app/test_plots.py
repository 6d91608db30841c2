"""A plot says the same as its numbers."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.plots import HEIGHT, LEFT, WIDTH, bars, lines, plain

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
NUMBERS = st.floats(-(10**6), 10**6, allow_nan=False, allow_subnormal=False)


@given(st.lists(st.tuples(DAYS, NUMBERS), min_size=1, max_size=20), NUMBERS)
def test_every_point_stands_inside_and_the_larger_one_higher(points, target):
    plot = lines([("x", points)], target)
    drawn = plot.lines[0].points
    assert len(drawn) == len(points)
    assert all(LEFT <= x <= WIDTH and 0 <= y <= HEIGHT for x, y, _ in drawn)
    ordered = [
        y for _, (_, y, _) in sorted(zip((v for _, v in sorted(points)), drawn, strict=True))
    ]
    assert ordered == sorted(ordered, reverse=True)
    assert len(plot.up) <= 8


def test_nothing_is_drawn_where_there_is_nothing():
    assert lines([("x", [])]) is None
    assert bars([]) == ()


def test_few_days_stand_on_the_axis_themselves():
    quarters = [(date(2026, month, 1), 50.0) for month in (1, 4, 7, 10)]
    told = [tick.label for tick in lines([("x", quarters)]).across]
    assert told == ["01-2026", "04-2026", "07-2026", "10-2026"]


def test_bars_fill_by_the_longest_or_by_the_whole():
    assert [bar.share for bar in bars([("a", 2), ("b", 1)])] == [100, 50]
    assert [bar.share for bar in bars([("a", 25)], whole=100)] == [25]
    assert plain(2.0) == "2"
