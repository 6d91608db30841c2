"""Answers survive being written down and read again."""

from datetime import date

import pytest

from bureau.errors import Invalid
from bureau.operations import _answers

QUESTIONS = _answers.questions("SC02", date(2026, 3, 2))


@pytest.mark.parametrize(
    ("code", "given"),
    [
        ("Q02.01", "1234.50"),
        ("Q02.05", True),
        ("Q02.05", False),
        ("Q01.01", "Ünïcödé & <b>"),
        ("Q02.03", [{"origin": "spaargeld", "amount": "10.00", "date": "2024-05"}]),
        ("Q03.01", [{"name": "F. Fictief", "indirect": True}, {"name": "G. Fictief"}]),
        ("Q02.03", []),
        ("Q02.01", ""),
    ],
)
def test_what_was_given_is_what_is_read(code, given):
    question = QUESTIONS[code]
    assert _answers.read(question, _answers.write(question, given)) == given


def test_a_table_has_bounds():
    with pytest.raises(Invalid):
        _answers.write(QUESTIONS["Q02.03"], [{"origin": "x"}] * 501)
    with pytest.raises(Invalid):
        _answers.write(QUESTIONS["Q01.01"], "nul\0byte")
