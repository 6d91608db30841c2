"""The moment of the day as people write it, and nothing else."""

import pytest

from bureau.errors import Invalid
from bureau.operations._record_terms import seconds
from bureau.rules.records import record_kind

DEPOSIT = record_kind("deposit")


@pytest.mark.parametrize(
    ("text", "found"),
    [("", None), ("9:05", 32_700), ("14:30", 52_200), (" 23:59:59 ", 86_399)],
)
def test_a_moment_is_counted_from_midnight(text, found):
    assert seconds(DEPOSIT, text) == found


@pytest.mark.parametrize("text", ["24:00", "14.30", "half drie", "14:30:60"])
def test_another_writing_is_refused_with_the_way_to_write_it(text):
    with pytest.raises(Invalid) as refusal:
        seconds(DEPOSIT, text)
    assert refusal.value.where == {"kind": "deposit", "field": "time"}
