"""Letters of every script read as plain Latin ones."""

import pytest

from bureau.matching.letters import is_latin, lacks_vowels, skeleton, sound, words


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Café ’t Hoekje B.V.", ["cafe", "t", "hoekje", "bv"]),
        ("Сергей Лавров", ["sergey", "lavrov"]),
        ("Γιώργος", ["giorgos"]),
        ("Jansen-de Vries & Zn.", ["jansen", "de", "vries", "and", "zn"]),
        ("  ", []),
    ],
)
def test_names_of_every_script_become_plain_words(text, read):
    assert words(text) == read


def test_what_sounds_alike_is_written_alike():
    assert sound("smit") == sound("schmidt")
    assert sound("sergej") == sound("sergey")
    assert sound("bakker") != sound("mulder")
    assert skeleton("mohammed") == skeleton("mhmd")


def test_a_script_is_known_and_whether_it_writes_vowels():
    assert is_latin("Müller 12")
    assert not is_latin("Лавров")
    assert lacks_vowels("سلمان")
    assert not lacks_vowels("Лавров")
