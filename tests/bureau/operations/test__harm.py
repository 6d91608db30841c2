"""Harm forms are due after 0, 3 and 12 months, at the end of a shorter month too."""

from datetime import date

from bureau.model import EnforcementMeasure, HarmForm
from bureau.operations._harm import due, owed


def test_a_form_is_due_by_month_and_owed_until_it_is_there():
    measure = EnforcementMeasure(executed_on=date(2025, 11, 30))
    assert due(measure) == {0: date(2025, 11, 30), 3: date(2026, 2, 28), 12: date(2026, 11, 30)}
    measure.harm = [HarmForm(month=0)]
    assert owed(measure, date(2026, 2, 27)) == ()
    assert owed(measure, date(2026, 12, 1)) == (3, 12)
    assert owed(EnforcementMeasure(), date(2026, 12, 1)) == ()
