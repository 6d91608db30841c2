"""A sheaf comes out of a child as it went in, and anything else is refused."""

from dataclasses import replace

import pytest

from bureau.errors import OutOfOrder
from reports.sheaf import packed, unpacked
from tests.reports.sheaves import sheaf


def test_a_sheaf_comes_back_as_it_was():
    assert unpacked(packed(sheaf())) == sheaf()


def test_the_bytes_of_a_stream_survive():
    every = bytes(range(256)).decode("latin-1")
    assert unpacked(packed(replace(sheaf(), objects={9: every}))).objects[9] == every


@pytest.mark.parametrize("content", [b"", b"nonsense", b"[]", b'{"leaves": 1}', b"\xff\xfe"])
def test_what_is_no_sheaf_is_refused(content):
    with pytest.raises(OutOfOrder, match="no pages"):
        unpacked(content)
