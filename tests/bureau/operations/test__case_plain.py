"""Parts of a case in plain values."""

from bureau.model import Assessment, Decision, Finding
from bureau.operations import _case_plain
from bureau.rules.vocabulary import Danger


def test_a_decision_that_was_not_made_known_says_so():
    from datetime import date

    row = Decision(round=1, outcome="grant", reasons="x", decided_on=date(2026, 4, 1))
    told = _case_plain.decision_told(row)
    assert (told["decided"], told["made_known"], told["conditions"]) == ("2026-04-01", None, [])


def test_an_unsigned_assessment_says_so():
    row = Assessment(ground="a", danger=Danger.LESSER, present=False)
    assert _case_plain.assessment_told(row)["signed"] is False


def test_a_finding_shows_what_speaks_against_it():
    row = Finding(number=1, ground="a", text="x", contrary="y", sources=[])
    assert _case_plain.finding_told(row)["contrary"] == "y"
