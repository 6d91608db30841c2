"""The half that draws: pages of any size fit a sheet, and what has no size is no page."""

import json

import pytest

from reports import redrawing_child as child
from tests.reports import handed_in

WANTED = {"pdf": True, "words": [], "areas": []}


def answer(content, **wanted):
    return json.loads(child.redraw(json.dumps(WANTED | wanted).encode() + b"\n" + content))


@pytest.mark.parametrize("size", [(14400, 200), (3, 3), (842, 595)])
def test_a_page_of_any_size_becomes_a_picture_that_fits(size):
    page = answer(handed_in.pdf("x", size=size))["pages"][0]
    assert 1 <= page["width"] <= child.LONGEST_SIDE + 1
    assert 1 <= page["height"] <= child.LONGEST_SIDE + 1


def test_a_word_is_counted_on_every_page():
    content = handed_in.pdf("Anna and anna", "nobody", "Anna")
    assert answer(content, words=["anna", "nobody"])["words_out"] == [3, 1]


def test_a_file_that_cannot_be_drawn_says_why():
    assert answer(b"%PDF-1.7 x") == {"refused": "broken"}
    assert answer(handed_in.huge(9000), pdf=False) == {"refused": "pixels"}
