from datetime import date

import pytest

from bureau.rules.delay import Delay, reckoned
from bureau.rules.suspension import Suspension
from bureau.rules.terms import TermRequest

MARCH, APRIL = date(2026, 3, 2), date(2026, 4, 20)
LETTER = Delay(APRIL, date(2026, 5, 25))


def request(term="DL01", weeks=None, *suspensions):
    return TermRequest(term, MARCH, weeks, suspensions, today=date(2026, 6, 1))


def test_without_a_statutory_term_the_date_told_counts():
    found = reckoned(request(), [LETTER])
    assert (found.raw, found.due) == (date(2026, 4, 27), date(2026, 5, 25))
    assert "28 april 2026" in found.remarks[-1].text.nl


def test_days_suspended_after_the_letter_push_the_date_told():
    found = reckoned(request("DL01", None, Suspension("SUS5", date(2026, 5, 1))), [LETTER])
    assert (found.due, found.suspended_days) == (date(2026, 6, 26), 32)
    assert found.provisional
    assert found.explanation[0].counted == 32


def test_days_before_the_letter_are_counted_once_and_push_nothing_more():
    supplement = Suspension("SUS1", date(2026, 3, 10), date(2026, 3, 24))
    found = reckoned(request("DL01", None, supplement), [LETTER])
    assert (found.due, found.suspended_days) == (date(2026, 5, 25), 13)


@pytest.mark.parametrize("letter", [Delay(APRIL, date(2026, 6, 30), True), Delay(APRIL, APRIL)])
def test_a_letter_that_extends_nothing_is_only_told(letter):
    found = reckoned(request(), [letter])
    assert found.due == date(2026, 4, 28)
    assert "4:14" in found.remarks[-1].text.en


@pytest.mark.parametrize(
    ("weeks", "letters", "due"),
    [
        (None, [LETTER], date(2026, 6, 8)),
        (8, [LETTER, LETTER], date(2026, 6, 8)),
        (14, [LETTER], date(2026, 6, 8)),
        (None, [Delay(APRIL, date(2026, 5, 25), True)], date(2026, 4, 28)),
    ],
)
def test_a_term_with_an_extension_of_its_own_is_extended_by_it_once(weeks, letters, due):
    assert reckoned(request("DL18", weeks), letters).due == due
