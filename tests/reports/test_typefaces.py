"""One typeface for all sheaves: every width and text that any of them uses."""

import zlib

import pytest

from bureau.errors import OutOfOrder
from reports.typefaces import number, typefaces
from tests.reports.sheaves import FACE, glyphs, sheaf


def made(*used, files=None):
    objects = []

    def add(content):
        objects.append(content)
        return len(objects)

    sheaves = [sheaf(glyphs={"ABCDEF": each}) for each in used]
    typefaces(sheaves, {FACE: b"file"} if files is None else files, add)
    return objects


def test_widths_and_texts_of_all_sheaves_come_together_and_the_first_text_counts():
    objects = made(glyphs(), glyphs(widths={4: 612.5, 9: 300.0}, texts={4: "x", 9: "b"}))
    assert any(b"/W [3 [500 612.5]9 [300]]" in each for each in objects)
    told = next(
        zlib.decompress(each.split(b"stream\n")[1])
        for each in objects[::-1]
        if b"beginbfchar" in _plain(each)
    )
    assert b"3 beginbfchar\n<0003> <0061>\n<0004> <006600660069>\n<0009> <0062>" in told


def test_a_typeface_that_is_not_ours_is_refused():
    with pytest.raises(OutOfOrder, match="typeface"):
        made(glyphs(), files={})


def test_numbers_are_spelled_short():
    assert [number(each) for each in (3, 2.0, 0.5, 612.25)] == [b"3", b"2", b"0.5", b"612.25"]


def _plain(content):
    try:
        return zlib.decompress(content.split(b"stream\n")[1])
    except (IndexError, zlib.error):
        return b""
