"""A file from outside is drawn anew in a confined child, or refused with its remedy."""

import io
import json
from pathlib import Path

import pytest
from PIL import Image

from bureau.errors import Invalid, OutOfOrder
from reports import redrawing
from reports.redrawing import redrawn
from reports.values.redaction import Area
from tests.reports import handed_in

PDF, PNG, JPEG = "application/pdf", "image/png", "image/jpeg"
EXAMPLES = Path(__file__).parents[3] / "shared" / "data" / "e-exchange" / "pdf20examples"


def test_a_pdf_that_would_act_becomes_pictures_and_words():
    made = redrawn(handed_in.pdf("The money came at night", "Second", acting=True), PDF)
    assert [page.text.strip() for page in made.pages] == ["The money came at night", "Second"]
    assert made.whole
    for page in made.pages:
        assert page.picture.startswith(b"\xff\xd8\xff")
        assert Image.open(io.BytesIO(page.picture)).size == (page.width, page.height)


def test_words_and_areas_are_gone_from_picture_and_text():
    content = handed_in.pdf("Mirte Zonne-\nvelds huis")
    plain, made = redrawn(content, PDF), redrawn(content, PDF, ["zonneveld"])
    assert made.words_out == (1,)
    assert made.pages[0].text.split() == ["Mirte", "s", "huis"]
    assert dark(made) > dark(plain) + 1000
    taken = redrawn(content, PDF, (), [Area(1, 0, 0, 100, 18)])
    assert taken.pages[0].text.split() == ["velds", "huis"]
    with Image.open(io.BytesIO(taken.pages[0].picture)) as picture:
        assert picture.convert("L").crop((9, 9, 900, 300)).getextrema()[1] < 30


def dark(made):
    with Image.open(io.BytesIO(made.pages[0].picture)) as picture:
        return sum(picture.convert("L").histogram()[:60])


def test_words_that_somebody_covered_before_are_not_brought_out_again():
    made = redrawn(handed_in.pdf("Under the bar", over=handed_in.COVERED), PDF)
    assert "bar" not in made.pages[0].text
    assert not made.whole


def test_a_picture_keeps_nothing_but_its_points():
    made = redrawn(handed_in.photo(), JPEG, (), [Area(1, 0, 0, 50, 50)])
    page = made.pages[0]
    assert b"Where it was taken" not in page.picture
    assert not made.whole
    with Image.open(io.BytesIO(page.picture)) as picture:
        assert not picture.getexif()
        assert max(picture.getpixel((20, 20))) < 20
        assert picture.getpixel((380, 280))[2] > 150


@pytest.mark.parametrize(
    ("content", "kind", "says"),
    [
        (handed_in.huge(), PNG, "larger than can be opened safely"),
        (handed_in.pdf("x", password="secret"), PDF, "locked with a password"),
        (b"%PDF-1.7 nonsense", PDF, "damaged"),
        (b"\x89PNG\r\n\x1a\nnonsense", PNG, "damaged"),
        (handed_in.pdf(*["x"] * 61), PDF, "more than go into one annex"),
        (b"plain", "text/plain", "An annex is a PDF"),
    ],
    ids=["900 megapixels", "locked", "broken", "broken picture", "61 pages", "text"],
)
def test_what_cannot_be_drawn_is_refused_with_the_remedy(content, kind, says):
    with pytest.raises(Invalid, match=says) as refusal:
        redrawn(content, kind)
    assert refusal.value.hint


@pytest.mark.skipif(not EXAMPLES.is_dir(), reason="the examples of PDF 2.0 are not here")
def test_the_examples_of_pdf_2_are_drawn():
    found = {path.name: redrawn(path.read_bytes(), PDF) for path in EXAMPLES.glob("*.pdf")}
    assert "Hello World" in found["Simple PDF 2.0 file.pdf"].pages[0].text
    assert all(made.pages for made in found.values())


def test_an_answer_that_cannot_be_read_is_no_annex(monkeypatch):
    monkeypatch.setattr(redrawing, "run", lambda *_: b"nonsense")
    with pytest.raises(OutOfOrder, match="no readable answer"):
        redrawn(b"%PDF-", PDF)


def test_every_reason_of_the_child_has_its_words():
    source = Path(redrawing.__file__).with_name("redrawing_child.py").read_text("utf-8")
    assert all(json.dumps(why) in source for why in redrawing.REASONS)
