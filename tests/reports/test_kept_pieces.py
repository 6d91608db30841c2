"""Pieces come back as they were kept, or not at all."""

import pytest

from bureau.errors import OutOfOrder
from reports.kept_pieces import kept, opened

PIECES = {"a" * 64: b"one", "b" * 64: bytes(range(256))}


def test_pieces_come_back_and_a_short_dossier_has_none():
    assert opened(kept(PIECES)) == PIECES
    assert kept(PIECES) == kept(dict(reversed(PIECES.items())))
    assert kept({}) is None
    assert opened(None) == {}


@pytest.mark.parametrize("content", [b"nonsense", (kept(PIECES) or b"")[:-3]])
def test_what_cannot_be_read_is_named(content):
    with pytest.raises(OutOfOrder, match="kept pieces"):
        opened(content)
