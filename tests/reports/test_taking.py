"""What cannot be shared between sheaves is refused, not bent."""

from types import SimpleNamespace

import pytest

from reports.taking import CannotBindError, bookmarks, glyphs_of, lead_elsewhere


def font(**more):
    plain = {
        "bitmap": False, "missing": {}, "variations": {}, "type": "ttf", "hash": "ABCDEF",
        "name": b"/ABCDEF+Face", "family": "Face", "flags": 4, "italic_angle": 0, "ascent": 9,
        "descent": -2, "stemv": 80, "widths": {1: 5.0}, "to_unicode": {1: "a"},
    }  # fmt: skip
    return SimpleNamespace(**plain | more)


def used(*fonts):
    return glyphs_of(SimpleNamespace(fonts=dict(enumerate(fonts))), lambda _font: b"file")


@pytest.mark.parametrize("more", [{"bitmap": True}, {"missing": {8: 9}}, {"type": "otf"}])
def test_glyphs_that_only_one_sheaf_would_have_are_refused(more):
    with pytest.raises(CannotBindError):
        used(font(**more))


def test_sizes_of_one_typeface_are_one_typeface():
    both = used(font(), font(widths={2: 6.0}, to_unicode={2: "b"}))
    assert both["ABCDEF"].widths == {1: 5.0, 2: 6.0}
    assert both["ABCDEF"].texts == {1: "a", 2: "b"}


def test_bookmarks_are_taken_off_and_an_anchor_of_its_own_is_kept():
    page = SimpleNamespace(
        height=1000, bookmarks=[(1, "a", (0, 100), "closed")], anchors={"a": "mine"}
    )
    document = SimpleNamespace(pages=[page])
    (mark,) = bookmarks(document)
    assert (mark.y, mark.open, page.bookmarks) == (675.0, False, [])
    lead_elsewhere(document, ["a", "b"])
    assert page.anchors["a"] == "mine"
    assert "b" in page.anchors
