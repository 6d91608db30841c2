"""The questions of each sheet are rows; what is answered is kept, what is open is named."""

from datetime import date

import pytest

from bureau.errors import Invalid
from bureau.rules.worksheets import LONGEST, Sheet, answered, open_questions, questions, worksheets

DAY = date(2026, 3, 2)


@pytest.mark.parametrize("sheet", Sheet)
def test_every_sheet_has_questions_with_a_hint_in_both_languages(sheet):
    rows = questions(sheet, DAY)
    assert len(rows) >= 4
    assert all(row.hint.nl and row.hint.en and row.code == f"{sheet}.{row.field}" for row in rows)
    full = {row.field: "x" for row in rows}
    assert open_questions(sheet, full, DAY) == ()
    assert open_questions(sheet, {}, DAY)


def test_no_row_belongs_to_an_unknown_sheet():
    assert {row.sheet for row in worksheets()} == set(Sheet)


def test_only_known_answers_are_kept_and_some_are_needed():
    kept = answered(Sheet.LESSON, {"what": " Praten. ", "gossip": "x", "where": ""}, DAY)
    assert kept == {"what": "Praten."}
    for told in ({}, {"what": "x" * (LONGEST + 1)}, {"what": "a\0b"}):
        with pytest.raises(Invalid):
            answered(Sheet.LESSON, told, DAY)
