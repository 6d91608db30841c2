"""A dossier printed in pieces is the dossier printed in one: words, places, links, tags."""

import io
import re
from types import SimpleNamespace

import pikepdf
import pytest

from bureau.rules.vocabulary import Track
from reports.cutting import cut
from reports.html import to_html
from reports.pdf import print_page, print_pieces
from reports.pdf_fonts import typeset
from tests.reports import reading
from tests.reports.lengthened import lengthened

pytestmark = [pytest.mark.pdf, pytest.mark.xdist_group("pdf")]
ATTACHMENT = {"name": "a.json", "text": "{}", "description": "a"}
IDENTIFIER, MOMENT = "ab" * 16, "2026-11-20T08:00:00Z"
SIZE = 3_500  # small pieces: the same joints as in a long dossier, without its length


def in_pieces(html, **more):
    return print_pieces(html, ATTACHMENT, IDENTIFIER, MOMENT, size=SIZE, **more)


@pytest.fixture(scope="module")
def both():
    """A dossier printed in pieces, and the same page printed in one."""
    html = to_html(lengthened(Track.CRIMINAL, 1))
    told = []
    made = in_pieces(html, progress=lambda done, of: told.append((done, of)))
    whole = cut(typeset(html).html, SIZE).whole
    pages, single = print_page(whole, ATTACHMENT, IDENTIFIER, MOMENT)
    return SimpleNamespace(
        html=html, made=made, pdf=made.bound.pdf, single=single, pages=pages, told=told
    )


def tree(tag):
    """The kinds of tags in order, as nested lists."""
    kids = tag.get("/K", [])
    kids = kids if isinstance(kids, pikepdf.Array) else [kids]
    return [
        str(tag.S),
        [tree(kid) for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid],
    ]


def tags(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return tree(document.Root.StructTreeRoot.K[0])


def links(pdf):
    """Each link: its page, its place there, the page and place it leads to."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        number = {page.objgen: at for at, page in enumerate(document.pages)}
        names = document.Root.Names.Dests.Names
        places = {str(names[at]): names[at + 1] for at in range(0, len(names), 2)}
        return [
            (
                at,
                [float(x) for x in note.Rect],
                number[place[0].objgen],
                [str(x) for x in list(place)[1:]],
            )
            for at, page in enumerate(document.pages)
            for note in page.get("/Annots", [])
            for place in [places[str(note.Dest)]]
        ]


def test_every_page_holds_the_words_it_would_hold_in_one_print(both):
    ours, theirs = reading.pages(both.pdf), reading.pages(both.single)
    assert len(ours) == both.made.bound.pages == both.pages
    assert [sorted(page.split()) for page in ours] == [sorted(page.split()) for page in theirs]
    assert f"pagina {both.pages} van {both.pages}" in ours[-1]


def test_the_contents_name_the_page_on_which_each_chapter_stands(both):
    found = reading.pages(both.pdf)
    chapters = re.findall(r'<h2><span class="number">(\d+)</span> ([^<]+)</h2>', both.html)
    assert chapters
    for number, title in chapters:
        heading = f"{number} {title}"
        listed = re.search(rf"(?<!\d){re.escape(heading)} (\d+)", found[1])
        assert heading in found[int(listed[1]) - 1]


def test_links_lead_where_they_would_in_one_print(both):
    ours = links(both.pdf)
    assert any(page != to for page, _, to, _ in ours)
    assert ours == links(both.single)


def test_bookmarks_and_tags_are_those_of_one_print(both):
    assert reading.bookmarks(both.pdf) == reading.bookmarks(both.single)
    assert tags(both.pdf) == tags(both.single)


def test_a_bound_file_keeps_the_standards_it_claims(both, tmp_path):
    verapdf = pytest.importorskip("tests.tools.verapdf")
    path = tmp_path / "bound.pdf"
    path.write_bytes(both.pdf)
    assert verapdf.validate(path, "3a").failures == []
    assert verapdf.validate(path, "ua1").failures == []


def test_a_typeface_and_the_values_are_embedded_once(both):
    with pikepdf.open(io.BytesIO(both.pdf)) as document:
        faces = [
            each
            for each in document.objects
            if isinstance(each, pikepdf.Dictionary) and "/FontFile2" in each
        ]
        assert len(faces) == len({str(face.FontName) for face in faces}) == 3
    assert reading.attachment(both.pdf) == ("a.json", b"{}")


def test_only_what_changed_is_printed_again_and_the_file_is_the_same(both):
    told = []
    again = in_pieces(both.html, kept=both.made.pieces, progress=lambda done, of: told.append(of))
    assert again.bound.pdf == both.pdf
    assert set(told) == {2}
    assert both.told[-1][0] == both.told[-1][1] > len(both.made.pieces)
