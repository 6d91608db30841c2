"""Plain text with fields: what is unknown is named, what somebody typed stays what it is."""

import pytest

from bureau.errors import Invalid
from bureau.rules.letter_text import (
    Block,
    Shape,
    filled,
    insist_complete,
    insist_known,
    line_of,
    without_empty,
)

VALUES = {"name": ("De Kade",), "gaps": ("the accounts", "the loan"), "none": ()}


def test_a_field_on_its_own_line_becomes_its_lines():
    assert filled("{gaps}", VALUES, ["gaps"]) == (Block(Shape.NUMBERED, VALUES["gaps"]),)
    assert [block.lines for block in filled("{gaps}", VALUES)] == [("the accounts",), ("the loan",)]
    assert filled("{none}", VALUES) == ()


def test_headings_lists_and_paragraphs_are_told_apart():
    text = "# Missing\nof {name}\n\n- one\n- {name}\n\nDear\n{name}"
    shapes = [(block.shape, block.lines) for block in filled(text, VALUES)]
    assert shapes == [
        (Shape.HEADING, ("Missing",)),
        (Shape.PARAGRAPH, ("of De Kade",)),
        (Shape.ITEMS, ("one", "De Kade")),
        (Shape.PARAGRAPH, ("Dear", "De Kade")),
    ]
    assert filled("{gaps}", VALUES, ["gaps"])[0].plain == "1. the accounts\n2. the loan"


def test_what_is_filled_in_is_never_read_again():
    assert line_of("{a}", {"a": ("{b}",), "b": ("secret",)}) == "{b}"
    assert filled("{a}", {"a": ("# no heading",)})[0].shape is Shape.PARAGRAPH


@pytest.mark.parametrize("text", ["{strange}", "{ name}", "a { b", "}", "{{name}}", "{}"])
def test_an_unknown_field_is_refused_with_the_known_ones(text):
    with pytest.raises(Invalid) as refusal:
        insist_known(text, ["name", "gaps"], "body")
    assert refusal.value.where == {"field": "body"}
    assert "{name}" in refusal.value.hint


def test_what_must_be_told_may_not_be_left_out():
    insist_complete("{name} {gaps}", ["gaps"], "body")
    with pytest.raises(Invalid) as refusal:
        insist_complete("{name}", ["gaps"], "body")
    assert "{gaps}" in str(refusal.value)


def test_a_section_with_nothing_to_say_goes_with_its_heading():
    text = "Dear\n\n# Weighing\n\n{none}\n\n# Next\n\n{name}"
    assert without_empty(text, ["none"]) == "Dear\n\n# Next\n\n{name}"
