"""Every part of what is told to a person has a word."""

from app.held_words import WORDS
from app.words import ALL


def test_every_part_can_be_told():
    assert set(WORDS) <= set(ALL)
    assert {"held_question", "held_recipient", "held_against_it"} <= set(WORDS)
