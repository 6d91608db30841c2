"""Purposes and reasons to look."""

from datetime import date

import pytest

from bureau.rules import need_to_know

DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("reason", "fault"),
    [
        ("Checking the lender named in the application", ""),
        ("short words only", "short"),
        ("because", "short"),
        ("a" * 40, "empty"),
        ("work work work work work", "empty"),
        ("aaa bbb ccc ddd eee fff", "empty"),
        ("1234567890 1234567890", "empty"),
    ],
)
def test_a_reason_says_something(reason, fault):
    assert need_to_know.fault(reason, DAY) == fault


def test_the_same_words_are_the_same_reason_whatever_the_signs():
    assert need_to_know.alike("Check the lender, nr. 3!", "check THE lender nr 4")
    assert not need_to_know.alike("Check the lender", "Check the buyer")


def test_a_purpose_that_finds_people_names_a_case_or_asks_why():
    for row in need_to_know.look_purposes().rows:
        assert not row.parties or row.cased or row.reasoned
