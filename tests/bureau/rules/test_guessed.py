"""Which passwords are guessed first, in this country and about this person."""

from datetime import date

import pytest

from bureau.rules.guessed import guessed, is_guessable

DAY = date(2026, 11, 20)
OWN = ("j.bakker", "Jolanda Bakker", "Gemeente Havermonde")


@pytest.mark.parametrize(
    "password",
    [
        "wachtwoord12345",
        "Wachtwoord-Wachtwoord-2026!",
        "Welkom2026Welkom2026",
        "W3lk0m!W3lk0m!W3lk0m!",
        "qwertyuiopasdfghjkl",
        "123456789012345678",
        "aaaaaaaaaaaaaaaaaaaa",
        "abcabcabcabcabcabc",
        "zeezeezeezeezeezee",
        "Voorjaar2026Zomer2026",
        "bureau-bureau-2026",
        "jolanda.bakker.2026",
        "Gemeente Havermonde 01",
        "correct horse battery staple",
        "          12345          ",
        "ｗａｃｈｔｗｏｏｒｄ１２３４５",
    ],
)
def test_what_everybody_tries_is_guessed_first(password):
    assert is_guessable(password, OWN, DAY)


@pytest.mark.parametrize(
    "password",
    [
        "zeven kranen op een kade",
        "a quay with seven cranes",
        "four herons at dawn",
        "9f2c7b1ae04d58a6c3e7",
        "drie woorden voor iedereen",
        "ключ под старым мостом",
    ],
)
def test_a_sentence_of_a_few_words_is_not(password):
    assert not is_guessable(password, OWN, DAY)


def test_the_own_name_counts_for_its_owner_only():
    assert is_guessable("ophelia ophelia 77", ("o.dekker", "Ophelia Dekker"), DAY)
    assert not is_guessable("ophelia klapwiek 77", OWN, DAY)


def test_the_words_are_plain_and_stand_once():
    words = [word for row in guessed() for word in row.words]
    assert len(set(words)) == len(words) > 120
    assert all(word == "".join(filter(str.isalnum, word.casefold())) for word in words)
