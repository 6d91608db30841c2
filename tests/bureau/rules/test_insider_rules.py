"""The rules that watch looks, as rows."""

from datetime import date

from bureau.rules.insider_rules import insider_rules, numbers_on
from bureau.watch.watching import RULES

DAY = date(2026, 3, 2)


def test_each_rule_has_a_row_with_numbers_and_innocent_explanations_in_both_languages():
    assert set(insider_rules().codes()) == set(RULES) == set(numbers_on(DAY))
    for row in insider_rules().on(DAY):
        assert row.numbers
        assert len(row.innocent.nl) == len(row.innocent.en) >= 2
        assert row.innocent.in_("nl") != row.innocent.in_("en")


def test_before_the_rules_held_nothing_is_watched():
    assert numbers_on(date(2017, 1, 1)) == {}
