"""Every letter is a row with its basis, and its own text keeps its own rules."""

from datetime import date

import pytest

from bureau.errors import NotFound
from bureau.operations._outcomes import OUTCOMES
from bureau.rules import letter_text, letters
from bureau.rules.procedure import states
from bureau.rules.sources import sources
from bureau.rules.vocabulary import Language

DAY = date(2026, 11, 20)
KINDS = letters.kinds().codes()


@pytest.mark.parametrize("code", KINDS)
@pytest.mark.parametrize("language", Language)
def test_the_text_of_the_house_tells_what_it_must_and_nothing_unknown(code, language):
    row = letters.kind(code, DAY)
    for text in (row.subject, row.body):
        letter_text.insist_known(text.in_(language), row.fields, "body")
    letter_text.insist_complete(row.body.in_(language), row.needed, "body")
    values = letters.examples(row.fields, DAY, language)
    assert all(values.values())
    blocks = letter_text.filled(row.body.in_(language), values)
    assert not any("{" in line for block in blocks for line in block.lines)


def test_each_letter_belongs_to_a_known_state_or_to_any():
    known = set(states().codes())
    assert {row.step for row in letters.kinds()} - {""} <= known


def test_every_outcome_has_a_letter_and_words_for_its_intention():
    for outcome in (*OUTCOMES, "not_treated"):
        assert letters.kind(f"{letters.DECISION}{outcome}", DAY).measure.nl


def test_what_may_not_be_told_names_registers_that_exist():
    known = set(sources().codes())
    named = {code for row in letters.limits() for code in row.registers}
    assert named
    assert named <= known


def test_a_letter_that_is_none_is_not_found():
    with pytest.raises(NotFound):
        letters.kind("poem", DAY)
