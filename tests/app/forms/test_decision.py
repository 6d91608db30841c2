"""The forms of the decision and of what follows."""

from datetime import date

import pytest

from app.forms.decision import DecideForm, condition_lines
from tests.app.forms.filling import filled

GIVEN = {"outcome": "refuse", "reasons": "r", "password": "p"}
OFFERED = [("", "-"), ("refuse", "Refuse")]


def test_a_condition_begins_with_the_day_of_its_first_check():
    assert condition_lines("2026-12-01: accounts: all of them\n\n") == [
        ("accounts: all of them", date(2026, 12, 1), "")
    ]
    assert condition_lines("2026-12-01 C-BOOKS: x") == [("x", date(2026, 12, 1), "C-BOOKS")]


@pytest.mark.parametrize("text", ["accounts are handed in", "2026-02-30: x", "soon: x"])
def test_a_condition_without_a_day_is_refused_with_the_remedy(app, text):
    with filled(app, DecideForm, {**GIVEN, "conditions": text}, outcome=OFFERED) as form:
        assert set(form.errors) == {"conditions"}


@pytest.mark.parametrize("field", list(GIVEN))
def test_every_part_of_a_grave_act_is_needed(app, field):
    with filled(app, DecideForm, {**GIVEN, field: ""}, outcome=OFFERED) as form:
        assert set(form.errors) == {field}
