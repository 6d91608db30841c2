"""A picture of a page, and no picture of what is no page."""

import io

import pytest
from PIL import Image

from bureau.errors import Invalid, OutOfOrder
from bureau.rules.vocabulary import Language, Track
from reports import picture as pictures
from reports.picture import picture

pytestmark = pytest.mark.pdf


def test_the_first_page_becomes_a_picture_of_the_width_asked_for(printed):
    png = picture(printed(Track.VICTIM, Language.NL).pdf, width=600)
    drawn = Image.open(io.BytesIO(png))
    assert drawn.format == "PNG"
    assert drawn.width in {600, 601}
    assert drawn.height > drawn.width


@pytest.mark.parametrize(("page", "width"), [(0, 600), (1, 0), (1, 9000), (99, 600)])
def test_a_page_that_is_not_there_is_refused(printed, page, width):
    with pytest.raises(Invalid):
        picture(printed(Track.VICTIM, Language.NL).pdf, page, width)


def test_what_is_no_pdf_is_refused():
    with pytest.raises(Invalid, match="cannot be drawn"):
        picture(b"%PDF-1.7 nonsense")


def test_an_answer_that_is_no_picture_is_refused(monkeypatch):
    monkeypatch.setattr(pictures, "run", lambda *_: b"nonsense")
    with pytest.raises(OutOfOrder, match="no picture"):
        picture(b"%PDF-")
