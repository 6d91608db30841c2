"""Shares: exact, of a whole."""

from fractions import Fraction

import pytest

from bureau.errors import Invalid
from bureau.model import Tie
from bureau.operations._shares import share, tie_key
from bureau.rules.vocabulary import TieKind


@pytest.mark.parametrize(
    ("written", "part"),
    [
        ("", None),
        ("1/3", Fraction(1, 3)),
        (" 2 / 4 ", Fraction(1, 2)),
        ("50%", Fraction(1, 2)),
        ("33,333 %", Fraction(33333, 100000)),
        ("100%", Fraction(1)),
    ],
)
def test_a_share_is_read_exactly(written, part):
    assert share(written) == part


@pytest.mark.parametrize("written", ["0/3", "1/0", "4/3", "0%", "101%", "half", "0.5", "-1/2"])
def test_what_is_no_share_is_refused(written):
    with pytest.raises(Invalid, match="share"):
        share(written)


def test_a_key_tells_shares_and_directions_apart():
    ends = {"kind": TieKind.OWNS, "from_id": 1, "to_id": 2, "detail": ""}
    rows = (ends, {**ends, "share_numerator": 1}, {**ends, "from_id": 2, "to_id": 1})
    keys = [tie_key(Tie(**row)) for row in rows]
    assert len(set(keys)) == 3
    assert keys[0] == tie_key(Tie(**ends))
