"""The closed words of the domain, each in the language of the reader."""

from itertools import combinations

import pytest
from flask_babel import force_locale, gettext

from app.words import ALL, TABLES, authority, label, word
from bureau.rules import meeting
from bureau.rules.agenda import ActionStatus, Phase, VictimCheck
from bureau.rules.events import EventKind
from bureau.rules.helping import Dimension, EntryKind, Perception, Strength
from bureau.rules.vocabulary import CaseKind, EntityKind, Role, Track

CLOSED = (
    *(Role, CaseKind, Track, EntityKind, ActionStatus, Phase, VictimCheck),
    *(Dimension, EntryKind, Perception, Strength, EventKind),
)


@pytest.mark.parametrize("kind", CLOSED, ids=lambda kind: kind.__name__)
def test_every_closed_word_can_be_told(kind):
    assert [value for value in kind if str(value) not in ALL] == []


def test_the_states_and_decisions_of_a_meeting_can_be_told():
    states, decisions = meeting.meeting_states().codes(), meeting.decision_types().codes()
    assert [code for code in (*states, *decisions) if code not in ALL] == []


def test_a_word_does_not_mean_two_things():
    for one, other in combinations(TABLES, 2):
        for code in one.keys() & other.keys():
            assert str(one[code]) == str(other[code]), code


def test_what_a_second_person_sends_back_is_not_called_refused(app):
    with app.test_request_context(), force_locale("nl"):
        assert str(word("refused")) == "teruggestuurd"
        assert str(word("approval_refused")) == str(gettext("refused")) == "geweigerd"


def test_a_legal_term_stays_dutch_in_both_languages(app):
    with app.test_request_context():
        for language in ("nl", "en"):
            with force_locale(language):
                assert "ernstig gevaar" in str(word("serious"))


def test_what_is_not_listed_is_shown_as_it_is():
    assert word("HG-12") == "HG-12"
    assert word(Role.OFFICER) == word("officer")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("unknown account of S. B.V. (on statements of -)", "onbekende rekening van S. B.V."),
        ("unknown payer (on statements of NL02)", "onbekende betaler"),
        ("Handel in unknown payer", "Handel in unknown payer"),
    ],
)
def test_a_name_that_an_import_made_up_is_told_in_the_language_of_the_reader(app, text, told):
    with app.test_request_context(), force_locale("nl"):
        assert label(text).startswith(told)


def test_an_authority_of_the_law_is_told_in_the_language_of_the_reader(app):
    with app.test_request_context(), force_locale("en"):
        assert authority("burgemeester") == "mayor"
        assert authority("dagelijks bestuur") == "dagelijks bestuur"
