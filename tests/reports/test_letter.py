"""A letter on paper: valid, the same bytes every time, and everything in it that it says."""

from dataclasses import replace
from datetime import date

import pytest

from bureau.rules import letter_text, letters
from bureau.rules.letter_paper import Paper
from bureau.rules.vocabulary import Language
from reports import letter
from tests.reports import reading

pytestmark = [pytest.mark.pdf, pytest.mark.xdist_group("pdf")]
DAY = date(2026, 3, 10)


def paper(kind="supplement", language=Language.NL, **more):
    row = letters.kind(kind, DAY)
    values = letters.examples(row.fields, DAY, language)
    listed = [one.code for one in letters.fields(row.fields, DAY) if one.listed]
    made = Paper(
        kind=kind,
        language=language,
        municipality="Gemeente Havermonde",
        authority="de burgemeester van Havermonde",
        signer="L. Fictief",
        deputed=True,
        recipient="Café De Voorbeeldhaven B.V.",
        address=("Kade 1", "1234 AB  HAVERMONDE"),
        reference="SCR-2026-VB2345/2",
        dated=DAY,
        subject=letter_text.line_of(row.subject.in_(language), values),
        blocks=letter_text.filled(row.body.in_(language), values, listed),
        draft=False,
    )
    return replace(made, **more)


@pytest.mark.parametrize("flavour", ["3a", "ua1"])
@pytest.mark.parametrize("kind", ["supplement", "decision_refuse"])
def test_a_letter_keeps_the_standards_it_claims(tmp_path, kind, flavour):
    verapdf = pytest.importorskip("tests.tools.verapdf")
    path = tmp_path / "letter.pdf"
    path.write_bytes(letter.printed(paper(kind)).pdf)
    assert verapdf.validate(path, flavour).failures == []


def test_the_same_letter_gives_the_same_bytes_and_a_draft_says_so():
    first, again = letter.printed(paper()), letter.printed(paper())
    draft = letter.printed(paper(draft=True))
    assert first.pdf == again.pdf
    assert draft.sha256 != first.sha256
    assert draft.content_sha256 == first.content_sha256
    assert "Concept" in reading.pages(draft.pdf)[0]
    assert "Concept" not in reading.pages(first.pdf)[0]


def test_every_word_of_the_letter_is_on_the_paper_and_in_its_attachment():
    made = paper()
    rendered = letter.printed(made)
    said = " ".join(" ".join(reading.pages(rendered.pdf)).split())
    for words in (made.subject, made.recipient, "Kade 1", "10 maart 2026", made.signer):
        assert words in said
    for block in made.blocks:
        assert all(" ".join(line.split()) in said for line in block.lines)
    name, content = reading.attachment(rendered.pdf)
    assert name == "SCR-2026-VB2345-2-supplement.json"
    assert content.decode() == made.spelled()


def test_a_copy_in_english_says_that_the_dutch_letter_holds():
    said = " ".join(reading.pages(letter.printed(paper(language=Language.EN)).pdf)[0].split())
    assert "the Dutch text prevails" in said


def test_a_text_cannot_carry_markup():
    page = letter.to_html(paper(subject="<script>alert(1)</script>"))
    assert "<script>" not in page
