"""Is what we keep still what we wrote: files by their digests, the trail by its leaves."""

from collections.abc import Iterable
from hashlib import sha256

from bureau.model import Blob, Event
from bureau.trust.leaf import leaf


def first_bad_event(events: Iterable[Event]) -> int | None:
    """The number of the first line that is missing or altered; None when all are as written."""
    expected = 0
    for expected, event in enumerate(events, 1):
        if event.seq != expected or event.leaf != leaf(event):
            return expected
    return None


def damaged_blobs(blobs: Iterable[Blob]) -> list[str]:
    """The digests of kept files whose bytes no longer belong to them."""
    return [blob.sha256 for blob in blobs if sha256(blob.content).hexdigest() != blob.sha256]
