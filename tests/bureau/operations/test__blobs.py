"""The same bytes are kept once."""

from bureau.operations import _blobs
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_the_same_bytes_are_one_record(road):
    with road.by("officer") as work:
        first = _blobs.kept(work, b"fictional")
        work.session.add(first)
        work.session.flush()
        assert _blobs.kept(work, b"fictional") is first
        assert _blobs.kept(work, b"other") is not first
