"""The conditions of the house: in two languages, with what shows that they are kept."""

from datetime import date

from bureau.rules import conditions
from bureau.rules.scope import scopes


def test_every_condition_names_grounds_decisions_and_periods_that_exist():
    known = set(scopes().codes())
    for row in conditions.on(date(2026, 3, 2)):
        assert known.issuperset(row.scopes)
        assert {"a", "b", "art_3_6"}.issuperset(row.grounds)
        assert row.days > 0
        assert row.again >= 0
        same = [len(conditions.open_parts(row.text.in_(tongue))) for tongue in ("nl", "en")]
        assert same[0] == same[1], row.code


def test_what_is_to_be_filled_in_stands_between_brackets():
    assert conditions.open_parts("Paid from [number], within [six] weeks.") == ("[number]", "[six]")
    assert conditions.open_parts("Paid by bank.") == ()
