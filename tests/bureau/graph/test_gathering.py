import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from bureau.graph.gathering import Gathering, Part

KEYS = st.text("0af:-T\u00e9", min_size=1, max_size=24)
MOMENTS = st.tuples(st.integers(0, 2), st.sampled_from([-1, 0, 60]))


def gathered(rows, gap=0):
    """The columns of rows of key, day and second, taken in two parts."""
    read = Gathering(len(rows))
    for part in (rows[:2], rows[2:]):
        if part:
            texts = [row[0].encode() for row in part]
            ones = np.zeros(len(part), dtype=np.int32)
            read.take(
                Part(
                    np.array([row[1] for row in part], dtype=np.int32),
                    np.array([row[2] for row in part], dtype=np.int32),
                    np.ones(len(part), dtype=np.int64),
                    *(ones, ones + 1, ones + int.from_bytes(b"EUR", "big")),
                    np.frombuffer((b"\0" * gap).join(texts), dtype=np.uint8),
                    np.array([len(text) for text in texts], dtype=np.int32),
                    gap,
                )
            )
    return read.arranged(("a", "b"))


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(KEYS, MOMENTS, min_size=1, max_size=12), st.sampled_from([0, 1]))
def test_what_was_read_stands_by_time_and_then_by_key_and_every_key_comes_back(said, gap):
    found = gathered([(key, *moment) for key, moment in said.items()], gap)
    wanted = sorted(said, key=lambda k: (said[k][0], max(said[k][1], 0), said[k][1] < 0, k))
    assert list(found.keys) == wanted
    assert found.currencies == ("EUR",)


def test_nothing_read_is_no_payments():
    assert len(gathered([])) == 0
