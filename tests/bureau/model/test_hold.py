"""A hold stands while it is neither released nor over, and names no file."""

from datetime import date

from bureau.model import SafetyHold

DAY = date(2026, 3, 2)


def test_a_hold_stands_until_its_day():
    assert SafetyHold(until=DAY).stands(DAY)
    assert not SafetyHold(until=date(2026, 3, 1)).stands(DAY)
    assert not SafetyHold(until=None).stands(DAY)
    assert not SafetyHold(until=DAY, released_on=DAY).stands(DAY)


def test_it_has_no_column_for_a_file_or_a_helper():
    assert set(SafetyHold.__table__.c.keys()) == {
        *("id", "version", "case_id", "item", "checked", "set_on", "until", "released_on", "mark")
    }
