"""What an event is about has a word, and each of these words belongs to a record that there is."""

import re

import bureau.model  # noqa: F401 - makes every record known
from app import about_words
from bureau.model.base import Audited, Base


def test_each_word_belongs_to_a_record():
    kinds = (mapper.class_ for mapper in Base.registry.mappers)
    names = {
        re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()
        for kind in kinds
        if issubclass(kind, Audited)
    }
    assert {word.removeprefix("about_") for word in about_words.WORDS} <= names
