from datetime import date

import pytest

from bureau.errors import Invalid
from bureau.rules import calendar
from bureau.rules.calendar import DesignatedDay, closed, holidays_of, next_open
from bureau.rules.tables import load

HOLIDAYS = {
    2025: "01-01 04-18 04-21 04-26 05-05 05-29 06-09 12-25 12-26",
    2026: "01-01 04-03 04-06 04-27 05-05 05-14 05-25 12-25 12-26",
    2027: "01-01 03-26 03-29 04-27 05-05 05-06 05-17 12-25 12-26",
}


@pytest.mark.parametrize("year, days", HOLIDAYS.items())
def test_the_holidays_of_a_year(year, days):
    assert [f"{day:%m-%d}" for day in holidays_of(year)] == days.split()


def test_kings_day_moves_from_sunday_to_saturday():
    assert date(2025, 4, 26) in holidays_of(2025)
    assert date(2025, 4, 27) not in holidays_of(2025)


def test_queens_day_was_kept_until_2013():
    assert date(2013, 4, 30) in holidays_of(2013)
    assert date(2014, 4, 30) not in holidays_of(2014)
    assert date(2014, 4, 26) in holidays_of(2014)


def test_liberation_day_counts_every_year():
    assert all(date(year, 5, 5) in holidays_of(year) for year in range(2010, 2100))


@pytest.mark.parametrize("year", [1965, 2101])
def test_a_year_the_calendar_does_not_know_is_refused(year):
    with pytest.raises(Invalid):
        holidays_of(year)


def test_a_closed_end_moves_to_the_next_open_day():
    assert next_open(date(2026, 4, 3)) == date(2026, 4, 7)
    assert next_open(date(2026, 5, 14), {date(2026, 5, 15)}) == date(2026, 5, 18)
    assert next_open(date(2026, 4, 28)) == date(2026, 4, 28)


def test_the_reason_for_closing_has_a_name():
    fifteenth = date(2026, 5, 15)
    assert calendar.why_closed(date(2026, 4, 27)).in_("nl") == "Koningsdag"
    assert calendar.why_closed(date(2026, 4, 26)).in_("en") == "weekend"
    assert calendar.why_closed(fifteenth, {fifteenth}).in_("en") == "designated day"
    assert closed(fifteenth, {fifteenth})
    assert not closed(fifteenth)


def test_working_days_step_over_closed_days():
    assert calendar.working_days_before(date(2026, 4, 28), 5) == date(2026, 4, 20)
    assert calendar.working_days_after(date(2026, 4, 2), 2) == date(2026, 4, 8)


def test_a_short_term_holds_two_open_days():
    thursday = date(2026, 4, 2)
    assert calendar.with_open_days(thursday, date(2026, 4, 5), 2) == date(2026, 4, 8)
    assert calendar.with_open_days(thursday, date(2026, 4, 30), 2) == date(2026, 4, 30)


def test_a_day_of_the_crown_is_a_dated_row(tmp_path):
    file = tmp_path / "designated_days.toml"
    file.write_text(
        '[[rows]]\ncode = "DD1"\nday = 2026-05-15\nname = { nl = "brugdag", en = "bridge day" }\n'
        'basis = "decree"\nsource = "M"\nmark = "M"\nvalid_from = 2026-01-01\n',
        "utf-8",
    )
    assert load(file, DesignatedDay).rows[0].day == date(2026, 5, 15)
