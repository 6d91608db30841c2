"""Words in names that are not the name."""

from bureau.matching.letters import words
from bureau.rules.names import NameUse, name_words


def test_every_word_is_written_as_names_are_read():
    odd = [
        word
        for row in name_words()
        if row.code != "no-birth-dates"
        for word in row.words
        if " ".join(words(word)) != word
    ]
    assert odd == []


def test_only_legal_forms_belong_to_a_family():
    assert all(bool(row.family) == (row.use is NameUse.FORM) for row in name_words())
