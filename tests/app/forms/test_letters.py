"""What is typed for a letter: dates as people write them, ways that exist, texts that fit."""

from datetime import date

from app.forms.letters import ASKED, LetterForm, LetterTextForm
from bureau.rules.letters import LetterField
from bureau.rules.tables import table
from tests.app.forms.filling import filled


def test_a_letter_goes_one_of_the_known_ways(app):
    with filled(app, LetterForm, {"channel": "post", "sent_on": "03-03-2026"}) as form:
        assert form.errors == {}
        assert form.sent_on.data == date(2026, 3, 3)
    with filled(app, LetterForm, {"channel": "pigeon", "address": "x" * 501}) as form:
        assert set(form.errors) == {"channel", "address"}


def test_everything_that_a_letter_can_ask_has_a_field():
    assert set(ASKED) == {row.code for row in table("letter_fields", LetterField) if row.asked}


def test_a_text_needs_its_words_and_the_version_on_the_screen(app):
    good = {"version": "0", "subject": "x", "body": "{received}"}
    with filled(app, LetterTextForm, good) as form:
        assert form.errors == {}
    with filled(app, LetterTextForm, {}) as form:
        assert set(form.errors) == set(good)
