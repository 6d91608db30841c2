"""Indicators with their cautions, and numbers of few people that are kept back."""

from datetime import date

from bureau.rules import evaluation as law
from bureau.rules.evaluation import Figure, Unit


def test_there_are_twenty_indicators_each_with_a_caution_in_two_languages():
    rows = tuple(law.evaluation_rows())
    assert [row.code for row in rows] == [f"EV-{n:02d}" for n in range(1, 21)]
    assert all(row.caution.nl and row.caution.en and row.measure.nl for row in rows)
    assert len(tuple(law.partnership_conditions())) == 5


def test_a_share_says_over_how_many_and_nothing_over_few():
    assert law.share("on_time", [True, False, True, True]) == Figure(
        "on_time", "", 75.0, Unit.SHARE, 4
    )
    assert law.share("on_time", []).value is None
    few = law.share("presence", [True] * 4, fewest=5)
    assert (few.value, few.counted, few.few) == (None, 0, 5)
    assert law.share("presence", [True] * 5, fewest=5).value == 100


def test_a_median_of_days_and_small_numbers_of_people():
    assert law.median("days", [3, 9, 4]).value == 4
    assert law.median("days", []).few == 0
    assert law.median("days", [3], fewest=5).few == 5
    assert [law.people("homeless", n).value for n in (0, 4, 5)] == [None, None, 5]
    assert law.people("victims_lost", 9, law.FEWEST_VICTIMS).value is None
    assert law.count("measures", 0).value == 0


def test_quarters_of_a_year():
    rows = [(date(2026, 2, 3), True), (date(2026, 3, 31), False), (date(2026, 12, 1), True)]
    assert law.by_quarter(rows) == ((date(2026, 1, 1), 50.0), (date(2026, 10, 1), 100.0))
