"""Every answer that a part of a support file offers has a word for its reader."""

from app import words
from app.support_words import EVENTS, WORDS
from bureau.rules.support_parts import support_parts


def test_every_answer_has_a_word():
    options = {o for part in support_parts() for field in part.fields for o in field.options}
    assert sorted(options - words.ALL.keys()) == []


def test_no_word_is_told_twice():
    assert not WORDS.keys() & EVENTS.keys()
