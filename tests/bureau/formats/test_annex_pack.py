"""Files kept as one content: what each is can be read without the files."""

import pytest

from bureau.errors import OutOfOrder
from bureau.formats.annex_pack import heads, packed, unpacked

TOLD = ({"sha256": "a" * 64}, {"sha256": "b" * 64})


def test_what_was_packed_is_told_and_comes_back():
    content = packed(TOLD, (b"one", b"the other"))
    assert [one["sha256"] for one in heads(content)] == ["a" * 64, "b" * 64]
    assert [file for _, file in unpacked(content)] == [b"one", b"the other"]
    assert heads(None) == ()
    assert list(unpacked(None)) == []


@pytest.mark.parametrize("content", [b"\0\0\0\0\0\0\0\x02[x", b"\0\0\0\0\0\0\0\x021 ", b"\0" * 9])
def test_anything_else_is_refused(content):
    with pytest.raises(OutOfOrder, match="cannot be read"):
        heads(content)
