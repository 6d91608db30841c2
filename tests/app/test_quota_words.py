"""The words of what leaves with a person."""

from app import quota_words
from app.words import ALL
from bureau.rules.event_groups import OUTTAKES
from bureau.rules.export_quota import Place


def test_all_that_is_taken_out_has_a_word():
    assert {str(kind) for kind in OUTTAKES} <= set(ALL)
    assert set(quota_words.EVENTS) <= set(ALL)


def test_each_place_of_the_quota_is_called():
    assert {f"place_{place}" for place in Place} == set(quota_words.PLACES)
