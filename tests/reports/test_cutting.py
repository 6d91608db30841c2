"""Cutting loses nothing, tears nothing that belongs together, and names what lies elsewhere."""

import re

import pytest

from bureau.rules.vocabulary import Track
from reports.cutting import SMALL, cut
from reports.html import to_html
from tests.reports.lengthened import lengthened
from tests.reports.samples import draft, sample

SIZE = 6_000
_TAG = re.compile(r"<[^>]*>")


@pytest.fixture(scope="module", params=Track)
def page(request):
    """A dossier of each track, a few times as long as usual."""
    return to_html(lengthened(request.param, 3))


def words(html):
    return _TAG.sub(" ", html).split()


def bodies(piece):
    """The rows of the tables of a piece, without the heads that are repeated."""
    return re.sub(r"<thead>.*?</thead>", "", piece.html, flags=re.DOTALL)


def test_the_pieces_hold_every_word_once_and_in_order(page):
    parts = cut(page, SIZE)
    heads = re.compile(r"<thead>.*?</thead>", re.DOTALL)
    body = heads.sub("", page[page.index('<section id="section-1"') :])
    assert [word for piece in parts.pieces for word in words(bodies(piece))] == words(body)
    assert words(parts.front) == words(page[page.index("<body") : page.index("<section id=")])


def test_each_piece_is_a_whole_number_of_elements(page):
    for piece in cut(page, SIZE).pieces:
        for name in ("section", "table", "tbody", "tr", "ul", "div"):
            assert len(re.findall(rf"<{name}\b", piece.html)) == piece.html.count(f"</{name}>")


def test_a_table_that_goes_on_repeats_its_head_and_not_its_name():
    pieces = cut(to_html(lengthened(Track.CRIMINAL, 6)), SIZE).pieces
    register = [piece.html for piece in pieces if "chapter evidence" in piece.html]
    assert len(register) > 2
    assert all(part.count("<thead>") == 1 for part in register)
    assert [part.count("<caption>") for part in register] == [1] + [0] * (len(register) - 1)
    assert [part.count(' id="section-') for part in register] == [1] + [0] * (len(register) - 1)


def test_a_source_stays_with_its_digest_and_a_theme_with_its_facts():
    for piece in cut(to_html(lengthened(Track.CRIMINAL, 6)), 3_000).pieces:
        rows = re.findall(r'<tr(?: id="[^"]*")?(?: class="([^"]*)")?>', bodies(piece))
        assert rows[:1] != ["hash"]
        assert rows[-1:] not in (["item"], ["theme"])


def test_small_chapters_share_a_page_and_every_piece_opens_one():
    pieces = cut(to_html(sample(Track.ADMINISTRATIVE))).pieces
    shared = [piece for piece in pieces if piece.html.count("<section") > 1]
    assert shared
    assert all(len(piece.html) < SMALL for piece in shared)
    assert all(piece.html.count("opens chapter") == 1 for piece in pieces)


def test_a_piece_knows_which_of_its_links_lead_elsewhere():
    page = to_html(sample(Track.CRIMINAL))
    for piece in cut(page, SIZE).pieces:
        linked = set(re.findall(r'href="#([^"]+)"', piece.html))
        away = {name for name in linked if f'id="{name}"' not in piece.html}
        assert set(piece.elsewhere) == {name for name in away if f'id="{name}"' in page}


def test_a_piece_is_the_same_in_a_draft_and_in_every_copy():
    drafted, issued = (cut(to_html(make(Track.CRIMINAL))) for make in (draft, sample))
    first = drafted.page_of(drafted.pieces[0].html)
    assert first == issued.page_of(issued.pieces[0].html)
    assert 'class="criminal' in first
    assert "Terwisscha" not in first
    assert drafted.front_page({}) != issued.front_page({})


def test_what_has_no_chapters_is_not_cut():
    assert cut("<html><body><p>x</p></body></html>") is None
