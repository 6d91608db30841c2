"""What is asked of a network as words, there and back, and what cannot be asked."""

from datetime import date
from uuid import UUID

import pytest

from bureau.errors import Invalid
from bureau.graph.asking import MOST, asked, plain
from bureau.rules.vocabulary import EntityKind

ONE, TWO = str(UUID(int=1)), str(UUID(int=2))


def test_what_is_asked_reads_back_the_same():
    told = {
        "start": [ONE],
        "open": ["group-0123456789ab"],
        "hide": [TWO],
        "without": ["account"],
        "together": ["circles"],
        "from": ["2024-01-01"],
        "to": ["2024-12-31"],
        "between": [ONE, TWO],
    }
    found = asked(told)
    assert (found.kinds, found.first) == ({EntityKind.ACCOUNT}, date(2024, 1, 1))
    assert plain(found) == told
    assert plain(asked({"start": [""], "from": [""]})) == {}


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("start", ["ghost"]),
        ("open", ["group-<b>"]),
        ("hide", [str(UUID(int=n)) for n in range(MOST + 1)]),
        ("without", ["nationality"]),
        ("together", ["score"]),
        ("from", ["2024-02-30"]),
        ("from", ["0001-01-01"]),
        ("between", [ONE]),
        ("between", [ONE, ONE]),
    ],
)
def test_what_cannot_be_asked_is_refused_with_its_field(field, words):
    with pytest.raises(Invalid) as refusal:
        asked({field: words})
    assert refusal.value.where == {"field": field}


def test_a_period_ends_after_it_begins():
    with pytest.raises(Invalid, match="ends before"):
        asked({"from": ["2024-02-01"], "to": ["2024-01-01"]})
