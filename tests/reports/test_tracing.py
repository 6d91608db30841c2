"""Naming a copy: only where chance is ruled out, and never somebody else."""

import random
from uuid import UUID

import pytest

from reports import marks, tracing
from reports.spacing import Spacing
from reports.tracing import Outcome

WORDS = [f"{a}{b}{c}{d}" for a in "bdfgk" for b in "aeou" for c in "lmnr" for d in "aio"]
CHOICE = random.Random(8)  # noqa: S311 - the same words each time
SECRETS = {UUID(int=number): bytes([number]) * 32 for number in range(1, 101)}
MINE = UUID(int=7)


def found(words, measured=None, by=MINE):
    told = {word: marks.level(word, SECRETS[by]) for word in words}
    return Spacing(told, measured or len(words), 1)


def test_thirty_words_name_one_copy_of_a_hundred():
    verdict = tracing.judge(found(CHOICE.sample(WORDS, 30)), SECRETS)
    assert (verdict.outcome, [each.copy_id for each in verdict.matches]) == (Outcome.NAMED, [MINE])
    assert verdict.matches[0].chance < -12


def test_a_copy_of_an_older_key_is_named_and_chance_counts_every_generation():
    later = {key: bytes(reversed(secret[:-1])) + b"x" for key, secret in SECRETS.items()}
    words = found(CHOICE.sample(WORDS, 30))
    alone, both = tracing.judge(words, SECRETS), tracing.judge(words, SECRETS, later)
    assert [each.copy_id for each in both.matches] == [MINE]
    assert both.copies == alone.copies
    assert both.matches[0].chance > alone.matches[0].chance


def test_too_few_words_name_nobody():
    verdict = tracing.judge(found(CHOICE.sample(WORDS, 9)), SECRETS)
    assert (verdict.outcome, verdict.matches) == (Outcome.UNCLEAR, ())


def test_pages_put_together_from_two_copies_name_both_and_nobody_else():
    chosen = CHOICE.sample(WORDS, 120)
    one, two = found(chosen[:60]), found(chosen[60:], by=UUID(int=9))
    verdict = tracing.judge(Spacing({**one.words, **two.words}, 120, 2), SECRETS)
    assert verdict.outcome is Outcome.SEVERAL
    assert {each.copy_id for each in verdict.matches} == {MINE, UUID(int=9)}


def test_a_page_of_another_house_accuses_nobody():
    told = {word: CHOICE.randrange(4) for word in WORDS}
    verdict = tracing.judge(Spacing(told, len(told), 3), SECRETS)
    assert (verdict.outcome, verdict.matches) == (Outcome.UNCLEAR, ())


def test_a_page_without_mark_is_said_to_have_none():
    assert tracing.judge(Spacing({}, 100, 1), SECRETS).outcome is Outcome.UNMARKED
    assert tracing.judge(Spacing({}, 0, 1), {}).outcome is Outcome.UNMARKED


@pytest.mark.parametrize(("agree", "of", "copies"), [(0, 10, 5), (1, 1, 0)])
def test_chance_is_never_more_than_certain(agree, of, copies):
    assert -1 < tracing.chance(agree, of, copies) <= 0
