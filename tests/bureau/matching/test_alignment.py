"""Which word stands for which."""

from bureau.matching.alignment import aligned, likeness
from bureau.matching.names import taken_apart
from bureau.rules.vocabulary import EntityKind


def beside(left, right):
    return aligned(*(taken_apart(name, EntityKind.PERSON) for name in (left, right)))


def test_each_word_is_used_once_and_the_best_pair_goes_first():
    found = beside("Anna Maria Bakker", "Bakker Maria")
    assert [(pair.left, pair.right, pair.how) for pair in found.pairs] == [
        ((1,), (1,), "equal"),
        ((2,), (0,), "equal"),
    ]
    assert found.left_over == (0,)
    assert found.right_over == ()


def test_words_that_one_side_joins_are_found():
    assert [pair.how for pair in beside("JanWillem Bakker", "Jan Willem Bakker").pairs] == [
        "joined",
        "equal",
    ]


def test_likeness_names_its_ground_and_other_words_are_not_alike():
    assert likeness("bakker", "baker")[0] > 0.8
    assert likeness("n", "nico") == (0.8, "initial")
    assert likeness("kees", "cornelis") == (0.7, "nickname")
    assert likeness("5", "6")[0] == 0
    assert likeness("bakker", "mulder")[0] == 0
    assert likeness("slmn", "salman", bare=True)[1] == "consonants"
