"""A letter has one spelling, one digest, and comes back from its frozen values."""

from dataclasses import replace
from datetime import date

from bureau.rules.letter_paper import Paper, paper_of
from bureau.rules.letter_text import Block, Shape
from bureau.rules.vocabulary import Language

PAPER = Paper(
    kind="receipt",
    language=Language.NL,
    municipality="Gemeente Havermonde",
    authority="de burgemeester",
    signer="L. Fictief",
    deputed=True,
    recipient="De Kade B.V.",
    address=("Kade 1",),
    reference="SCR-2026-VB2345/1",
    dated=date(2026, 3, 2),
    subject="Ontvangst",
    blocks=(Block(Shape.PARAGRAPH, ("Dag",)), Block(Shape.NUMBERED, ("een", "twee"))),
    draft=False,
)


def test_a_frozen_letter_comes_back_as_it_was():
    assert paper_of(PAPER.plain()) == PAPER
    assert paper_of(PAPER.plain()).sha256 == PAPER.sha256


def test_a_draft_says_the_same_and_another_word_does_not():
    assert replace(PAPER, draft=True).sha256 == PAPER.sha256
    assert replace(PAPER, subject="Anders").sha256 != PAPER.sha256


def test_it_speaks_its_own_language():
    assert PAPER.text == "Dag\n\n1. een\n2. twee"
    assert PAPER.day == "2 maart 2026"
    assert PAPER.signed_for == "Namens de burgemeester,"
    assert replace(PAPER, deputed=False).signed_for == "De burgemeester"
    assert replace(PAPER, language=Language.EN).word("dated") == "Date"
