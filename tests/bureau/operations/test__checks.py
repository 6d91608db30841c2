"""Texts and dates that are handed in are checked in one way."""

from datetime import date
from types import SimpleNamespace

import pytest

from bureau.errors import Invalid
from bureau.operations import _checks

WORK = SimpleNamespace(today=date(2026, 3, 2))


def test_a_text_loses_the_blanks_around_it():
    assert _checks.said("  x y  ", "field") == "x y"
    assert _checks.fitting("   ", "field") == ""


@pytest.mark.parametrize("value", ["", " \t\n", "x" * 6, "a\0b"])
def test_no_text_a_long_text_and_a_nul_are_refused(value):
    with pytest.raises(Invalid) as refusal:
        _checks.said(value, "reason", 5)
    assert refusal.value.where == {"field": "reason"}


def test_one_of_names_the_possibilities():
    assert _checks.one_of("a", "ground", ("a", "b")) == "a"
    with pytest.raises(Invalid) as refusal:
        _checks.one_of("c", "ground", ("a", "b"))
    assert "a, b" in refusal.value.hint


def test_a_day_is_today_unless_given_and_never_in_the_future():
    assert _checks.past(WORK, None, "on") == date(2026, 3, 2)
    for day in (date(2026, 3, 3), date(1989, 12, 31)):
        with pytest.raises(Invalid):
            _checks.past(WORK, day, "on")
    with pytest.raises(Invalid):
        _checks.past(WORK, date(2026, 3, 1), "on", date(2026, 3, 2))
