"""When an agreement holds: dates, signatures, and a warning in time."""

from datetime import date

import pytest

from bureau.errors import NotAllowed
from bureau.rules.agreements import (
    Span,
    Standing,
    checklist,
    insist_bound,
    insist_complete,
    open_items,
    standing,
    warned,
)

DAY = date(2026, 3, 2)
SPAN = Span(date(2026, 3, 2), date(2026, 12, 31))


def test_the_checklist_holds_all_that_the_law_asks():
    assert len(checklist().codes()) == 23
    assert len(open_items({"purpose": "x", "audits": " "}, DAY)) == 22


@pytest.mark.parametrize(
    ("offered", "signed", "on", "found"),
    [
        (False, 0, DAY, Standing.DRAFT),
        (True, 1, DAY, Standing.OFFERED),
        (True, 2, DAY, Standing.IN_FORCE),
        (True, 2, date(2026, 3, 1), Standing.COMING),
        (True, 2, date(2026, 12, 31), Standing.IN_FORCE),
        (True, 2, date(2027, 1, 1), Standing.OVER),
    ],
)
def test_where_an_agreement_stands(offered, signed, on, found):
    assert standing(SPAN, on, offered=offered, signed=signed) is found


def test_an_early_end_counts():
    ended = Span(SPAN.begins_on, SPAN.ends_on, date(2026, 5, 1))
    assert standing(ended, date(2026, 5, 2), offered=True, signed=2) is Standing.OVER
    with pytest.raises(NotAllowed):
        insist_bound("Politie Monde", [ended], date(2026, 5, 2))
    insist_bound("Politie Monde", [ended, SPAN], date(2026, 5, 2))


def test_its_end_is_announced():
    assert not warned(SPAN, date(2026, 10, 31))
    assert warned(SPAN, date(2026, 11, 1))
    assert not warned(SPAN, date(2027, 1, 1))


def test_one_body_agrees_with_nobody():
    answers = dict.fromkeys(checklist().codes(), "x")
    with pytest.raises(NotAllowed, match="at least 2"):
        insist_complete(answers, 1, DAY)
