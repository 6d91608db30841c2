"""The child that prints pieces is as closed as the one that prints whole papers."""

import json

import pytest

from bureau.errors import Invalid
from reports.confined import Limits
from reports.crew import Crew
from reports.long_paper import MODULE
from reports.pdf_fonts import typeset
from reports.sheaf import unpacked

pytestmark = pytest.mark.pdf
PAGE = '<html lang="en"><head><title>t</title></head><body>{}</body></html>'

CSS = "html { font-family: 'Source Sans 3' }"


def asked(body, *elsewhere, kind="piece"):
    wanted = {"as": kind, "html": PAGE.format(body), "css": CSS, "mark": "m"}
    wanted["elsewhere"] = elsewhere
    return json.dumps(wanted).encode()


def put(*requests):
    answers = {}
    shared = json.dumps({"faces": typeset("").css}).encode()
    with Crew(MODULE, shared, Limits(), 1) as crew:
        crew.work(requests, answers.__setitem__)
    return [unpacked(answers[at]) for at in range(len(requests))]


def test_pages_come_without_what_a_file_has_once_and_links_elsewhere_stand():
    body = "<h1 id=here>Head</h1>{}<a href='#there'></a><a href='#nowhere'></a>"
    piece, again, margins = put(
        asked(body.format(""), "there"),
        asked(body.format(""), "there"),
        asked("<div style='break-after:page'></div><div></div>", kind="margins"),
    )
    assert piece == again
    assert (piece.pages, list(piece.anchors), [mark.label for mark in piece.bookmarks]) == (
        1,
        ["here"],
        ["Head"],
    )
    said = " ".join(piece.objects.values())
    assert "(there)" in said
    assert "(nowhere)" not in said
    assert margins.pages == 2
    assert not any(leaf.tags or leaf.marks for leaf in margins.leaves)


def test_a_page_that_asks_for_something_outside_ends_the_print():
    with pytest.raises(Invalid, match="outside itself"):
        put(asked('<img src="http://127.0.0.1:1/a">'))
