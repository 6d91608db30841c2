"""Two names, with reasons for and against."""

import pytest

from bureau.matching.name_comparison import compare_names
from bureau.rules.vocabulary import EntityKind

PERSON = EntityKind.PERSON


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("Pieter van der Berg", "Berg, Pieter v.d.", "match"),
        ("Сергей Викторович Лавров", "Lavrov, Sergej", "match"),
        ("محمد بن سلمان", "Mohammed bin Salman", "match"),
        ("Anneke Jansen-de Vries", "Anneke de Vries", "match"),
        ("Johanna Müller", "Johanna Mueller", "match"),
        ("N. Bakker", "Nico Bakker", "possible"),
        ("Piet Bakker", "Petrus Bakker", "possible"),
        ("Bakker", "Piet Bakker", "possible"),
        ("Ahmad bin Hasan al-Ubaidi", "Hasan bin Ahmad al-Ubaidi", "possible"),
        ("Anna Bakker", "Anna Mulder", "no"),
        ("Onbekend", "Onbekend", "no"),
    ],
)
def test_names_of_people(left, right, verdict):
    assert compare_names(left, right, PERSON).verdict == verdict
    assert compare_names(right, left, PERSON).verdict == verdict


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("De Zon B.V.", "De Zon besloten vennootschap", "match"),
        ("OAO Zarya", "Заря ОАО", "match"),
        ("De Zon Systemen B.V.", "De Zon B.V.", "possible"),
        ("A.B.C. Company", "ABC Co.", "match"),
        ("Maan Holding B.V.", "Ster Holding B.V.", "no"),
    ],
)
def test_names_of_organisations(left, right, verdict):
    assert compare_names(left, right).verdict == verdict


def test_the_reasons_say_what_was_seen():
    found = compare_names("Лавров Пётр", "P. Lavrof", PERSON)
    assert [text.en for text in found.pro] == [
        "One name is in another script and was read in Latin letters as “lavrov petr”.",
        "The same words stand in another order.",
        "“Лавров” and “Lavrof” differ in 1 letter(s).",
        "“P.” may be the initial of “Пётр”; that says little.",
    ]
    other = compare_names("Maan B.V.", "Ster N.V.")
    assert [text.nl for text in other.contra] == [
        "“Maan” en “Ster” zijn verschillende woorden.",
        "De rechtsvormen verschillen.",
    ]
