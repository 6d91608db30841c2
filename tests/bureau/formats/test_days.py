import pytest

from bureau.errors import Invalid
from bureau.formats.days import (
    clock_time,
    iso_day,
    iso_moment,
    nearest_day,
    register_day,
    short_day,
)


@pytest.mark.parametrize("text", ["", "20240301", "2024-3-1", "2024-02-30", "0000-01-01", "１２"])
def test_only_iso_dates_that_exist_pass(text):
    with pytest.raises(Invalid) as caught:
        iso_day(text, line=2)
    assert caught.value.where == {"line": 2}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2024-03-01", ("2024-03-01", "")),
        ("2024-03-01Z", ("2024-03-01", "")),
        ("2024-03-01T13:15:00+01:00", ("2024-03-01", "13:15:00")),
        ("2024-03-01T13:15:00.123", ("2024-03-01", "13:15:00")),
    ],
)
def test_moments_keep_the_clock_of_their_place(text, read):
    assert iso_moment(text) == read


@pytest.mark.parametrize("text", ["", "2024-03-01 13:15", "2024-03-01T25:00:00", "2024-03-32"])
def test_other_moments_are_refused(text):
    with pytest.raises(Invalid):
        iso_moment(text)


def test_a_clock_time_may_be_missing_but_not_wrong():
    assert clock_time("") == ""
    assert clock_time("23:59:59") == "23:59:59"
    with pytest.raises(Invalid):
        clock_time("24:00")


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        ("20170710", "2017-07-10"),
        ("20170700", "2017-07"),
        ("20170000", "2017"),
        ("00000000", ""),
        ("2018-10-11", "2018-10-11"),
    ],
)
def test_a_register_may_know_only_part_of_a_date(text, partial):
    assert register_day(text) == partial


@pytest.mark.parametrize("text", ["2017", "20170015", "20171301", "20170230", "yesterday"])
def test_a_date_with_a_hole_in_it_is_refused(text):
    with pytest.raises(Invalid):
        register_day(text)


@pytest.mark.parametrize(("text", "day"), [("991231", "1999-12-31"), ("790101", "2079-01-01")])
def test_two_digits_of_a_year_have_one_meaning(text, day):
    assert short_day(text) == day


def test_a_bank_date_must_exist():
    with pytest.raises(Invalid):
        short_day("240230")
    with pytest.raises(Invalid):
        nearest_day("1330", "2024-01-01")


def test_an_entry_date_lies_nearest_to_its_value_date():
    assert nearest_day("1231", "2024-01-02") == "2023-12-31"
    assert nearest_day("0102", "2023-12-31") == "2024-01-02"
