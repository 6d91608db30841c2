from datetime import date
from uuid import UUID

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from bureau.graph.columns_fast import (
    days,
    places,
    short_words,
    sizes_between,
    table_of,
    whole_numbers,
    words_of_hex,
)


def written(text):
    return np.frombuffer(text.encode(), dtype=np.uint8)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.dates(), min_size=1, max_size=9))
def test_dates_are_days_since_1970(dates):
    found = days(written("".join(map(str, dates))), len(dates))
    assert found.tolist() == [(day - date(1970, 1, 1)).days for day in dates]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(-(2**63) + 1, 2**63 - 1), min_size=1, max_size=9))
def test_numbers_come_back_whole(numbers):
    found = whole_numbers(written(",".join(map(str, numbers))), len(numbers))
    assert found.tolist() == numbers


@settings(max_examples=50, deadline=None)
@given(st.lists(st.uuids(), min_size=2, max_size=40, unique=True))
def test_an_id_is_found_at_its_place_and_an_unknown_one_is_not(ids):
    unknown = ids.pop()
    known = words_of_hex(written("".join(one.hex for one in ids)), len(ids))
    asked = [*reversed(ids), unknown]
    wanted = words_of_hex(written("".join(one.hex for one in asked)), len(asked))
    found = places(wanted, known, table_of(known))
    assert found.tolist() == [*reversed(range(len(ids))), -1]
    assert UUID(int=(int(known[0, 0]) << 64) + int(known[0, 1])) == ids[0]


def test_currencies_and_sizes_are_told_apart():
    coins = short_words(written("EUR,USD,EUR"), 3)
    assert coins[0] == coins[2] != coins[1]
    assert sizes_between(written("ab\0\0cde"), 3).tolist() == [2, 0, 3]
