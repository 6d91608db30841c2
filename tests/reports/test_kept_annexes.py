"""Annexes are kept with their dossier as one content, and come back as they went in."""

from uuid import UUID

import pytest

from bureau.errors import OutOfOrder
from reports.assembly.order import Remade
from reports.kept_annexes import kept, opened

ONE = Remade(UUID(int=1), "SCR-A1", "a" * 64, 2, whole=True, pdf=b"%PDF-one")
TWO = Remade(UUID(int=2), "SCR-A1", "b" * 64, 1, whole=False, pdf=b"%PDF-the other")


def test_what_is_kept_comes_back():
    assert opened(kept((ONE, TWO))) == (ONE, TWO)
    assert kept(()) is None
    assert opened(None) == ()


def test_anything_else_is_refused():
    with pytest.raises(OutOfOrder, match="cannot be read"):
        opened(b"\0\0\0\0\0\0\0\x02[x")
