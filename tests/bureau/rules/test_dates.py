from datetime import date, datetime

import pytest

from bureau.errors import Invalid
from bureau.rules.dates import PartialDate, civil_date, in_words, not_ahead, parse


@pytest.mark.parametrize(
    "text, first, last, dutch, english",
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31), "2024", "2024"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "februari 2024", "February 2024"),
        ("2024-05-07", date(2024, 5, 7), date(2024, 5, 7), "7 mei 2024", "7 May 2024"),
        ("", None, None, "onbekend", "unknown"),
    ],
)
def test_a_partial_date_is_as_wide_as_what_is_known(text, first, last, dutch, english):
    partial = parse(text)
    assert str(partial) == text
    assert (partial.earliest(), partial.latest()) == (first, last)
    assert (partial.display("nl"), partial.display("en")) == (dutch, english)


@pytest.mark.parametrize(
    "text", ["2024-13", "2024-02-30", "2024-00", "24", "2024-5-7", "0000", " "]
)
def test_a_date_that_cannot_exist_is_refused(text):
    with pytest.raises(Invalid):
        parse(text)


@pytest.mark.parametrize(
    "one, two, answer",
    [
        ("2023", "2024", True),
        ("2024", "2023", False),
        ("2024", "2024-05", None),
        ("2024-05-07", "2024-05-07", False),
        ("2024-05-06", "2024-05-07", True),
        ("", "2024", None),
    ],
)
def test_comparison_leaves_open_what_is_open(one, two, answer):
    assert parse(one).before(parse(two)) is answer


@pytest.mark.parametrize(
    "text, answer",
    [("2024-05", True), ("2024", None), ("2023", False), ("2025", False), ("", None)],
)
def test_within_a_period_leaves_open_what_is_open(text, answer):
    assert parse(text).within(date(2024, 3, 1), date(2024, 8, 31)) is answer


def test_a_day_is_written_out():
    assert in_words(date(2026, 3, 2)).in_("nl") == "2 maart 2026"
    assert PartialDate(2026, 3, 2) == parse("2026-03-02")


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-03-02T22:59:59+00:00", date(2026, 3, 2)),
        ("2026-03-02T23:00:00+00:00", date(2026, 3, 3)),
        ("2026-07-01T22:00:00+00:00", date(2026, 7, 2)),
    ],
)
def test_a_day_begins_at_midnight_in_the_netherlands(moment, day):
    assert civil_date(datetime.fromisoformat(moment)) == day


def test_a_day_in_the_future_is_refused_with_its_field():
    today = date(2026, 3, 2)
    assert not_ahead(today, "on", today) == today
    with pytest.raises(Invalid) as refusal:
        not_ahead(date(2026, 3, 3), "on", today)
    assert refusal.value.where == {"field": "on"}
