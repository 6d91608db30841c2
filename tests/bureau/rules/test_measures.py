"""The measures are rows with their article; none is decided unweighed or unheard."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bureau.errors import NotAllowed
from bureau.rules.measures import MeasureFacts, insist_decidable, measure_kinds, objection_until
from bureau.rules.tables import Texts

DAY = date(2026, 3, 2)
HEARD = MeasureFacts(DAY, DAY + timedelta(14), DAY + timedelta(10), "answered", "", ())


def test_each_of_the_fourteen_has_an_article_and_a_test():
    rows = measure_kinds().on(DAY)
    assert len(rows) == 14
    assert all(row.basis and row.test.nl and row.test.en for row in rows)


@pytest.mark.parametrize("code", measure_kinds().codes())
def test_who_is_heard_by_law_is_heard(code):
    kind, later = measure_kinds().row(code, DAY), DAY + timedelta(20)
    insist_decidable(kind, HEARD, later)
    with pytest.raises(NotAllowed):
        insist_decidable(kind, replace(HEARD, open=(Texts("x", "x"),)), later)
    unheard = MeasureFacts(None, None, None, "", "", ())
    if kind.view:
        with pytest.raises(NotAllowed):
            insist_decidable(kind, unheard, later)
        insist_decidable(kind, replace(unheard, urgent="fire"), later)
    else:
        insist_decidable(kind, unheard, later)


def test_a_talk_is_no_decision_to_object_to():
    assert objection_until(measure_kinds().row("M-STOP", DAY), DAY) is None
    assert objection_until(measure_kinds().row("M-13B", DAY), DAY) == date(2026, 4, 13)
