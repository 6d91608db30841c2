"""The outline is one tree over all sheaves."""

import io

import pypdfium2

from reports.binding import bind
from reports.outlines import outline, text
from reports.sheaf import Bookmark
from tests.reports.sheaves import FACE, sheaf


def marks(*levels):
    return tuple(
        Bookmark(level, f"{n}: {level}", 0, 0, 700, open=True) for n, level in enumerate(levels)
    )


def test_levels_are_nested_across_sheaves_even_where_one_is_skipped():
    front, more = sheaf(bookmarks=marks(1, 3)), sheaf(bookmarks=marks(2, 3, 1))
    pdf = bind(front, [more], [], {FACE: b"x"}, "ab" * 16).pdf
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    found = [
        (mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()
    ]
    assert found == [(0, "0: 1", 0), (1, "1: 3", 0), (1, "0: 2", 1), (2, "1: 3", 1), (0, "2: 1", 1)]


def test_without_bookmarks_there_is_no_outline():
    assert outline([], lambda: 1, lambda _number, _content: None) == 0


def test_a_text_is_spelled_so_that_it_stays_a_text():
    assert text("a (b) \\") == b"(a \\(b\\) \\\\)"
    assert text("é") == b"<feff00e9>"
