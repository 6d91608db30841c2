"""Passwords: long enough, hashed with argon2id, and a missing one takes as long as a wrong one."""

import re

import pytest
from argon2 import PasswordHasher

from bureau.errors import Invalid
from bureau.trust import passwords
from tests.conftest import NOW, ROOT

GOOD = "a quay with seven cranes"


def test_a_password_is_kept_as_an_argon2id_hash_and_recognised():
    kept = passwords.hash_of(GOOD)
    assert kept.startswith("$argon2id$")
    assert GOOD not in kept
    assert passwords.matches(GOOD, kept)
    assert passwords.hash_of(GOOD) != kept


@pytest.mark.parametrize("given", ["", "x" * 14, "x" * 257])
def test_one_that_is_too_short_or_too_long_is_refused(given):
    with pytest.raises(Invalid) as refusal:
        passwords.hash_of(given)
    assert refusal.value.where == {"field": "password"}
    assert given not in str(refusal.value) or not given


@pytest.mark.parametrize("given", ["", " ", GOOD + " ", GOOD.upper(), GOOD + "\0", "x" * 100_000])
def test_nothing_but_the_password_itself_matches(given):
    assert not passwords.matches(given, passwords.hash_of(GOOD))


def test_a_blank_inside_and_letters_of_any_script_count():
    given = "zeven kranen, één kade ⚓"
    assert passwords.matches(given, passwords.hash_of(given))


def test_what_lies_beyond_the_longest_password_cannot_widen_it():
    longest = "y" * passwords.LONGEST
    assert passwords.matches(longest, passwords.hash_of(longest))


@pytest.mark.parametrize("stored", [None, "", "plain text", "$argon2id$damaged"])
def test_without_a_usable_hash_nothing_matches(stored):
    assert not passwords.matches(GOOD, stored)


def test_the_hash_of_nobody_is_verified_when_there_is_none(monkeypatch):
    asked = []

    class Watched:
        def verify(self, kept, given):
            asked.append(kept)
            return True

    monkeypatch.setattr(passwords, "_HASHER", Watched())
    assert not passwords.matches(GOOD, None)
    assert asked == [passwords._NOBODY]


def test_the_hash_of_nobody_takes_the_time_of_one_that_is_made_today():
    made = (ROOT / "bureau/trust/passwords.py").read_text()
    kept = "".join(re.findall(r'^    "(\S+)"$', made.partition("_NOBODY")[2], re.M)[:2])
    assert kept.startswith("$argon2id$")
    assert not PasswordHasher().check_needs_rehash(kept)


@pytest.mark.parametrize("given", ["wachtwoord-2026!", "Officer Officer 1", "short"])
def test_asvs_6_2_4_a_password_that_is_tried_first_is_not_taken(given):
    with pytest.raises(Invalid) as refusal:
        passwords.chosen(given, ("officer",), NOW.date())
    assert given not in str(refusal.value)
    assert passwords.matches(GOOD, passwords.chosen(GOOD, ("officer",), NOW.date()))


def test_a_first_password_is_drawn_and_long_enough_and_shows_nowhere_by_itself():
    drawn = {passwords.first().plain for _ in range(3)}
    assert len(drawn) == 3
    first = passwords.first()
    assert passwords.matches(first.plain, first.digest)
    assert len(first.plain) >= passwords.SHORTEST
    assert first.plain not in repr(first)
