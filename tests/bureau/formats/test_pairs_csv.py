"""Pairs of names from a file."""

import pytest

from bureau.errors import Invalid
from bureau.formats.pairs_csv import read_pairs
from bureau.rules.vocabulary import EntityKind


def test_pairs_are_read_with_what_stands_beside_them():
    first, second = read_pairs(
        b"left;right;kind;note\nA. Bakker; Bakker, A ;person;x\nZon BV;Zon;;\n"
    )
    assert (first.row, first.left, first.right, first.kind) == (
        *(1, "A. Bakker", "Bakker, A"),
        EntityKind.PERSON,
    )
    assert first.cells["note"] == "x"
    assert second.kind is None
    assert read_pairs(b"left,right\nA,B\n")[0].kind is None


@pytest.mark.parametrize(
    ("content", "where"),
    [
        (b"left,kind\nA,person\n", {"line": 1, "column": "right"}),
        (b"left,right,kind\nA,B,ship\n", {"line": 2, "column": "kind"}),
    ],
)
def test_what_cannot_be_compared_is_refused(content, where):
    with pytest.raises(Invalid) as refused:
        read_pairs(content)
    assert dict(refused.value.where) == where
