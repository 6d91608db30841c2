"""The trail speaks the language of its reader."""

from flask_babel import force_locale

from app.event_words import WORDS
from bureau.model import Base
from bureau.rules.event_groups import READINGS, REFUSALS
from bureau.rules.events import EventKind


def test_every_kind_of_event_has_words_of_its_own_in_both_languages(app):
    with app.test_request_context():
        for language in ("nl", "en"):
            with force_locale(language):
                told = [str(WORDS[kind]) for kind in EventKind]
                assert len(set(told)) == len(told)
                assert not any("." in words for words in told)


def test_only_tables_tasks_the_evaluation_the_trail_the_watch_and_the_house_are_named():
    named = {code.removeprefix("about_") for code in WORDS if code.startswith("about_")}
    assert named - set(Base.metadata.tables) <= {"trail", "task", "evaluation", "house", "watch"}


def test_what_changes_something_is_neither_a_reading_nor_a_refusal():
    assert not {EventKind.DECISION_TAKEN, EventKind.NETWORK_EXPORTED} & (READINGS | REFUSALS)
    assert {EventKind.CASE_READ, EventKind.SEARCHED} <= READINGS
    assert not READINGS & REFUSALS
