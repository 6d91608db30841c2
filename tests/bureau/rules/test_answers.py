"""Answers fit their questions: by cell, by row and as a whole."""

from datetime import date

import pytest

from bureau.rules.answers import percent, slips
from bureau.rules.questionnaire import sections_for

QUESTIONS = {
    row.code: row for section in sections_for("SC02", date(2026, 3, 2)) for row in section.questions
}


def places(code, given):
    return [slip.where["place"] for slip in slips(QUESTIONS[code], given)]


@pytest.mark.parametrize(
    ("code", "given", "wrong"),
    [
        ("Q02.01", "250000.00", []),
        ("Q02.01", "much", ["Q02.01"]),
        ("Q02.01", "-5", ["Q02.01"]),
        ("Q02.01", True, ["Q02.01"]),
        ("Q02.01", [], ["Q02.01"]),
        ("Q02.05", "perhaps", ["Q02.05"]),
        ("Q02.05", "", []),
        ("Q10.02", "2026-13-01", ["Q10.02"]),
        ("Q02.03", "text", ["Q02.03"]),
        (
            "Q02.03",
            [{"amount": "x", "date": "y"}, {"amount": "1"}],
            ["Q02.03-0-amount", "Q02.03-0-date"],
        ),
    ],
)
def test_each_cell_is_looked_at(code, given, wrong):
    assert places(code, given) == wrong


@pytest.mark.parametrize(
    ("given", "repaid", "wrong"),
    [
        ("2025-03-01", "2025-02-28", True),
        ("2025-03-01", "2025-03-01", False),
        ("2025", "2024", True),
        ("2025", "2025-01-01", False),
        ("2025-03-01", "monthly", False),
        ("", "2024-01-01", False),
    ],
)
def test_a_loan_is_not_repaid_before_it_was_given(given, repaid, wrong):
    found = places("Q02.04", [{"provider": "X", "date": given, "repayment": repaid}])
    assert found == (["Q02.04-0-repayment"] if wrong else [])


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ([("60", "shares", ""), ("40", "shares", "")], False),
        ([("60", "shares", ""), ("40.01", "Shares ", "")], True),
        ([("100", "shares", ""), ("100", "certificates", "")], False),
        ([("100", "shares", "2020"), ("100", "shares", "")], False),
        ([("33,3%", "", ""), ("66.7", "", "")], False),
    ],
)
def test_shares_of_one_kind_held_now_are_at_most_all(rows, wrong):
    given = [{"share": share, "right": right, "to": to} for share, right, to in rows]
    assert places("Q04.01", given) == (["Q04.01"] if wrong else [])


@pytest.mark.parametrize("text", ["101", "-1", "a third", "NaN", "1e400", "9" * 30])
def test_a_share_lies_between_nothing_and_all(text):
    assert places("Q04.01", [{"share": text}]) == ["Q04.01-0-share"]


def test_a_share_may_be_written_in_either_language():
    assert percent(" 33,5 % ") == percent("33.5")


@pytest.mark.parametrize(
    ("born", "wrong"), [("2040-01-01", True), ("2027", True), ("2026", False), ("1980", False)]
)
def test_nobody_is_born_in_the_future(born, wrong):
    rows = [{"name": "A. Voorbeeld", "born": born}]
    found = slips(QUESTIONS["Q04.01"], rows, date(2026, 3, 2))
    assert [slip.where["place"] for slip in found] == (["Q04.01-0-born"] if wrong else [])
