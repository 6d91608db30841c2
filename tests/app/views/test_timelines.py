"""The drawing keeps everything inside, in order, whatever the days."""

from datetime import date, timedelta
from types import SimpleNamespace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.views.timelines import LEFT, MOST_YEARS, RIGHT, WIDTH, timeline

days = st.integers(0, 14_000).map(lambda more: date(1990, 1, 1) + timedelta(days=more))
maybe = st.none() | days


def span(begins, ends):
    first, last = (begins, ends) if not (begins and ends) else sorted((begins, ends))
    return SimpleNamespace(part="owner", who="A", begins=first, ends=last)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(maybe, maybe), max_size=6), st.lists(days, max_size=4))
def test_bars_and_marks_stay_inside(pairs, prices):
    found = timeline(
        SimpleNamespace(
            spans=[span(*pair) for pair in pairs],
            prices=[SimpleNamespace(on=day, jump=False) for day in prices],
            works=(),
        ),
        date(2026, 3, 2),
    )
    if found is None:
        assert not prices
        assert not any(day for pair in pairs for day in pair)
        return
    right = WIDTH - RIGHT + 4.1  # the shortest bar may end a little later
    for bar in found.bars:
        assert LEFT <= bar.x <= bar.x + bar.width <= right
    assert all(LEFT <= mark.x <= right for mark in found.marks)
    assert len(found.ticks) <= MOST_YEARS
    assert found.height > found.marks_y
