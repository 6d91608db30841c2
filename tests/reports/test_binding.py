"""Binding: what sheaves have in common stands in the file once, and nothing is mistaken."""

import io
from dataclasses import replace

import pikepdf
import pytest

from bureau.errors import OutOfOrder
from reports.binding import bind
from tests.reports.sheaves import FACE, sheaf

FILES = {FACE: b"a typeface"}


def bound(*pieces, margins=()):
    return bind(sheaf(), pieces, margins, FILES, "ab" * 16)


def opened(made):
    return pikepdf.open(io.BytesIO(made.pdf))


def test_pages_tags_notes_and_places_keep_their_order_and_numbers():
    with opened(bound(sheaf(anchors={"more": (0, "/XYZ 0 1 0")}))) as document:
        root = document.Root.StructTreeRoot
        first, second = document.pages
        assert [tag.Pg.objgen for tag in root.K[0].K] == [first.objgen, second.objgen]
        marked = dict(zip(root.ParentTree.Nums[::2], root.ParentTree.Nums[1::2], strict=True))
        for page in document.pages:
            assert marked[page.StructParents][0].Pg.objgen == page.objgen
            assert marked[page.Annots[0].StructParent].Pg.objgen == page.objgen
        names = list(document.Root.Names.Dests.Names)
        assert [str(name) for name in names[::2]] == ["more", "there"]
        assert [place[0].objgen for place in names[1::2]] == [second.objgen, first.objgen]


def test_what_is_quoted_or_streamed_is_not_taken_for_a_reference():
    with opened(bound()) as document:
        assert str(document.Root.StructTreeRoot.K[0].K[0].Alt) == "as in 9 0 R ) 9 0 R"
        assert document.pages[0].Contents[0].read_raw_bytes() == b"9 0 R"


def test_typefaces_and_profile_are_written_once():
    with opened(bound(sheaf(), sheaf())) as document:
        assert len({page.Resources.Font.objgen for page in document.pages}) == 1
        assert sum("/FontFile2" in each for each in document.objects if _plain(each)) == 1
        assert (
            sum("/N" in each and "/First" not in each for each in document.objects if _plain(each))
            == 1
        )


def test_margins_are_laid_under_the_pages_they_belong_to():
    margins = replace(sheaf(), notes=(), leaves=sheaf().leaves)
    with opened(bound(sheaf(), margins=[margins])) as document:
        front, page = document.pages
        assert "/Margins" not in front.Resources.XObject
        assert page.Contents[0].read_bytes() == b"/Artifact BMC /Margins Do EMC"
        assert "/Margins" in page.Resources.XObject


@pytest.mark.parametrize("pieces", [0, 2])
def test_margins_and_pages_that_do_not_fit_are_refused(pieces):
    with pytest.raises(OutOfOrder, match="margins"):
        bound(*[sheaf()] * pieces, margins=[replace(sheaf(), notes=())])


def test_a_reference_to_nothing_is_refused():
    with pytest.raises(OutOfOrder, match="do not join"):
        bound(sheaf(drawings="/x0 99 0 R"))


def test_the_same_sheaves_give_the_same_bytes():
    assert bound(sheaf()).pdf == bound(sheaf()).pdf


def _plain(each):
    return isinstance(each, pikepdf.Dictionary | pikepdf.Stream)
