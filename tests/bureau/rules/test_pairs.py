"""Every judgement of a pair has a word."""

from app.words import WORDS
from bureau.rules.pairs import MatchJudgement


def test_every_judgement_can_be_said():
    assert {f"pair_{each}" for each in MatchJudgement} <= WORDS.keys()
