"""Every family of the catalogue and everything its patterns measure has a word."""

from app import lead_words
from app.words import ALL
from bureau.rules.patterns import FAMILIES, Seen
from reports.assembly import measured_trade


def test_every_family_and_how_far_a_source_was_read_has_a_word():
    assert {f"family_{family}" for family in FAMILIES} <= lead_words.WORDS.keys()
    assert {f"seen_{seen}" for seen in Seen} <= ALL.keys()


def test_what_dossiers_name_the_pages_name_too():
    assert {f"metric_{name}" for name in measured_trade.NAMES} <= ALL.keys()
