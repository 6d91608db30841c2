"""What is measured in a PDF: the step of each word, whoever saved the file again."""

import io
import json

import pikepdf
import pytest

from bureau.errors import Invalid
from bureau.rules.vocabulary import Language, Track
from reports import marks, pdf, spacing
from reports.html import to_html
from tests.reports.samples import sample

SECRET = b"s" * 32
ATTACHMENT = {"name": "d.json", "text": "{}", "description": "d"}


@pytest.fixture(scope="module")
def copy():
    """A marked copy of two pages: the first of a sample."""
    page = to_html(sample(Track.VICTIM, Language.EN))
    return pdf.print_page(marks.marked(page, SECRET), ATTACHMENT, "0" * 32, "2026-01-01T00:00:00Z")[
        1
    ]


def right(found):
    return sum(marks.level(word, SECRET) == step for word, step in found.words.items())


def test_nearly_every_word_of_a_copy_tells_its_step(copy):
    found = spacing.spacing(copy)
    assert found.measured > 200
    assert len(found.words) > 0.9 * found.measured
    assert right(found) > 0.98 * len(found.words)


def test_saving_again_and_cutting_out_a_page_change_nothing(copy):
    with pikepdf.open(io.BytesIO(copy)) as whole:
        part, written = pikepdf.new(), io.BytesIO()
        part.pages.append(whole.pages[1])
        part.save(written, compress_streams=False, recompress_flate=True)
    found = spacing.spacing(written.getvalue())
    assert found.pages == 1
    assert right(found) > 0.98 * len(found.words) > 25


def test_the_document_without_a_mark_has_next_to_none(printed):
    found = spacing.spacing(printed(Track.VICTIM, Language.EN).pdf)
    assert len(found.words) < 0.1 * found.measured


def test_what_is_no_pdf_is_refused():
    with pytest.raises(Invalid):
        spacing.spacing(b"no PDF at all")


@pytest.mark.parametrize(
    ("gaps", "step"),
    [
        ([10, 10, 10, 10], 3),
        ([-10, -10, -24, -10], 0),
        ([3, 3, -17, 3], 2),
        ([0, 0, 0, 0], None),
        ([10, 0, 0], None),
        ([10, 10, -10, -10], None),
        ([], None),
    ],
)
def test_most_pairs_of_letters_decide_and_kerning_does_not(gaps, step):
    assert spacing.step_of(gaps) == step


def test_an_answer_that_cannot_be_read_is_said_to_be_so(monkeypatch):
    monkeypatch.setattr(spacing, "run", lambda *_: json.dumps({"words": {}}).encode())
    with pytest.raises(spacing.OutOfOrder):
        spacing.spacing(b"%PDF")
