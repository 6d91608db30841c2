"""Every error of the domain is a text that a door can translate before it fills it in."""

from dataclasses import dataclass

import pytest

from bureau.errors import N_, AccessDenied, Changed, Invalid, filled


@dataclass
class Pair:
    nl: str = "de kring"
    en: str = "the circle"


def test_message_and_remedy_are_filled_from_the_same_parameters():
    error = Invalid("Row {line} is wrong.", hint="Look at row {line} of {last}.", line=3, last=9)
    assert (str(error), error.hint) == ("Row 3 is wrong.", "Look at row 3 of 9.")
    assert (error.template, error.hint_template) == (
        "Row {line} is wrong.",
        "Look at row {line} of {last}.",
    )


@pytest.mark.parametrize(
    ("template", "params", "text"),
    [
        ("Nothing to fill: {}.", {}, "Nothing to fill: {}."),
        ("Outside {who}.", {"who": Pair()}, "Outside the circle."),
        (
            "It {what}.",
            {"what": N_("cannot be {value}"), "value": "{odd}"},
            "It cannot be {odd}.",
        ),
    ],
)
def test_what_has_languages_of_its_own_is_said_in_english(template, params, text):
    assert filled(template, params) == text


def test_an_error_without_a_remedy_has_none():
    error = Invalid("Wrong.")
    assert (error.hint, error.hint_template, error.where) == ("", "", {})


def test_a_refusal_says_nothing_of_what_was_refused():
    assert str(AccessDenied("case.read", "case")) == "There is nothing here that you may see."


def test_a_change_by_another_holds_the_differences():
    assert Changed([("title", "mine", "theirs")]).differences == [("title", "mine", "theirs")]
