"""A notice on paper says what it is about, what is asked and on which basis, in its language."""

from dataclasses import replace

import pytest

from bureau.rules.vocabulary import Language
from reports import notice_paper, sheet
from tests.reports.sample_notice import CHANGED, NOTICE, RECALL


def test_a_correction_says_where_what_it_said_and_says_why_and_since_when():
    html = sheet.to_html(notice_paper.sheet(NOTICE))
    for said in (
        "Bericht van verbetering",
        "bedrag van een lening",
        "Feiten en bevindingen, 2",
        "€ 120.000,00",
        "€ 12.000,00",
        "een nul te veel",
        "24 maart 2026",
        "AVG 16, 19",
        "b" * 64,
    ):
        assert said in html
    assert "Latere versie" not in html


def test_a_recall_says_why_what_to_do_and_what_came_instead():
    html = sheet.to_html(notice_paper.sheet(RECALL))
    for said in ("Bericht van intrekking", "Het klopt zo niet.", *RECALL.duties, RECALL.instead):
        assert said in html
    english = replace(RECALL, language=Language.EN)
    assert "Notice of recall" in sheet.to_html(notice_paper.sheet(english))


def test_many_places_are_told_as_a_number_and_none_is_said():
    many = tuple(f"Tijdlijn, {number}" for number in range(20))
    told = replace(NOTICE, corrected=(replace(CHANGED, where=many),))
    assert "en nog 8 andere plaatsen" in sheet.to_html(notice_paper.sheet(told))
    none = replace(NOTICE, corrected=(replace(CHANGED, where=()),))
    assert "zonder dat een onderdeel" in sheet.to_html(notice_paper.sheet(none))


def test_what_is_approved_is_what_is_printed_and_every_word_of_it_counts():
    assert notice_paper.digest(NOTICE) == notice_paper.digest(replace(NOTICE))
    for other in (replace(NOTICE, reason="x"), replace(NOTICE, corrected=()), RECALL):
        assert notice_paper.digest(other) != notice_paper.digest(NOTICE)


@pytest.mark.pdf
def test_it_is_printed_alike_each_time():
    first, second = notice_paper.printed(NOTICE), notice_paper.printed(NOTICE)
    assert first == second
    assert first.content_sha256 == notice_paper.digest(NOTICE)
