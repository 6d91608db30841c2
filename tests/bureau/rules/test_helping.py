"""The words of a support file: six ILO dimensions, and nothing that could be added up."""

import pytest

from app.words import ALL
from bureau.rules.helping import Dimension, EntryKind, Perception, Strength


def test_the_dimensions_are_the_six_of_the_ilo():
    assert len(Dimension) == 6
    assert {each.value.rpartition("_")[2] for each in Dimension} >= {"recruitment", "destination"}


def test_strength_is_a_word_and_not_a_number():
    assert not [each for each in Strength if each.value.isdigit()]


def test_how_a_thing_was_learnt_keeps_seeing_apart_from_inferring():
    assert {each.value for each in Perception} == {"seen", "told", "inferred"}


@pytest.mark.parametrize("word", [*EntryKind, *Dimension, *Strength, *Perception])
def test_every_word_has_a_name_for_readers(word):
    assert word.value in ALL
