"""Statements, summaries and innocent explanations."""

from dataclasses import replace

import pytest

from bureau.errors import Invalid, NotAllowed
from bureau.rules.vocabulary import Track
from reports.values.findings import Answer, ExculpatorySheet, Indication, answered_in_full
from tests.reports.samples import sample

CRIMINAL = sample(Track.CRIMINAL)


def test_a_statement_has_words_an_observer_and_a_source():
    statement = CRIMINAL.statements[0]
    for changes in ({"text": ""}, {"observer": ""}, {"sources": ()}, {"observed_on": "soon"}):
        with pytest.raises(Invalid):
            replace(statement, **changes)


def test_a_sentence_of_the_summary_rests_on_statements_and_does_not_conclude():
    with pytest.raises(Invalid, match="rests on no statement"):
        Indication("x", ())
    with pytest.raises(Invalid, match="never concludes"):
        Indication("Zij zijn schuldig.", (1,))
    with pytest.raises(Invalid, match="never concludes"):
        Indication("Hij is de dader.", (1,))


def test_a_summary_says_something_and_what_is_unknown():
    with pytest.raises(Invalid, match="says nothing"):
        replace(CRIMINAL.summary, indications=())
    with pytest.raises(NotAllowed, match="what is unknown"):
        replace(CRIMINAL.summary, unknown=())


def test_a_hit_has_a_source_and_words():
    hit = CRIMINAL.exculpatory.hits[0]
    with pytest.raises(Invalid, match="no source"):
        replace(hit, sources=())
    with pytest.raises(Invalid, match="lacks this text"):
        replace(hit, seen="")


def test_an_explanation_has_words_and_is_excluded_on_evidence_only():
    explanation = CRIMINAL.exculpatory.hits[0].explanations[0]
    with pytest.raises(Invalid):
        replace(explanation, text="")
    with pytest.raises(NotAllowed):
        replace(explanation, answer=Answer.EXCLUDED)
    assert explanation.answered
    assert not replace(explanation, answer=None).answered


def test_a_sheet_of_circumstances_alone_is_enough():
    sheet = CRIMINAL.exculpatory
    answered_in_full(ExculpatorySheet((), sheet.circumstances, sheet.by))
    assert len(sheet.explanations) == 6
