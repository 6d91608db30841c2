"""No group below ten is told, and none can be reckoned from the others and the total."""

from hypothesis import given
from hypothesis import strategies as st

from bureau.rules.support_counts import LEAST, kept_back


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 40), max_size=8))
def test_what_is_kept_back_cannot_be_reckoned(counts):
    told = kept_back(counts)
    hidden = [name for name, count in told.items() if count is None]
    assert told.keys() == counts.keys()
    assert all(count is None or count == counts[name] >= LEAST for name, count in told.items())
    if hidden and len(hidden) < len(counts):
        assert len(hidden) > 1
        assert sum(counts[name] for name in hidden) >= LEAST


def test_a_table_of_fewer_than_ten_says_nothing():
    assert kept_back({"a": 9, "b": 0}) == {"a": None, "b": None}


def test_one_small_group_takes_the_next_with_it():
    assert kept_back({"a": 3, "b": 12, "c": 30}) == {"a": None, "b": None, "c": 30}
