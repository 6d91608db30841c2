from datetime import UTC, date, datetime, timedelta

from app.demo.days import Days
from bureau.rules import calendar

DAYS = Days(date(2026, 11, 20))  # a Friday


def test_the_civil_date_counts():
    assert Days.at(datetime(2026, 11, 20, 23, 30, tzinfo=UTC)).today == date(2026, 11, 21)


def test_offices_act_on_working_days_and_never_out_of_order():
    for ago in range(400):
        day = DAYS.on(ago)
        assert not calendar.closed(day)
        assert DAYS.on(ago + 1) <= day <= DAYS.exact(ago)


def test_a_moment_is_civil_time_and_moves_on():
    first = DAYS.moment(1, "09:30")
    assert first == datetime(2026, 11, 19, 8, 30, tzinfo=UTC)
    assert DAYS.moment(1, "09:00", after=first) == first + timedelta(minutes=7)


def test_what_is_to_come_falls_on_a_working_day():
    assert DAYS.coming(1) == date(2026, 11, 23)
