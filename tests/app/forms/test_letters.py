"""What is typed for a letter: dates as people write them, ways that exist, texts that fit."""

from datetime import date

from app.forms.letters import ASKED, LetterForm, LetterTextForm
from bureau.rules import letters
from bureau.rules.letters import LetterField
from bureau.rules.tables import table
from tests.app.forms.filling import filled


def test_a_letter_goes_one_of_the_known_ways(app):
    good = filled(app, LetterForm, channel="post", sent_on="03-03-2026")
    assert good.validate()
    assert good.sent_on.data == date(2026, 3, 3)
    assert not filled(app, LetterForm, channel="pigeon").validate()
    assert not filled(app, LetterForm, channel="post", address="x" * 501).validate()


def test_everything_that_a_letter_can_ask_has_a_field():
    assert set(ASKED) == {row.code for row in table("letter_fields", LetterField) if row.asked}
    assert letters.kinds().codes()


def test_a_text_needs_its_words_and_the_version_on_the_screen(app):
    good = {"version": "0", "subject": "x", "body": "{received}"}
    assert filled(app, LetterTextForm, **good).validate()
    for missing in good:
        assert not filled(app, LetterTextForm, **{**good, missing: ""}).validate()
