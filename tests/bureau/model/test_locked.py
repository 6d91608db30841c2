"""What a support file holds opens in its own row, with its own key, and never again without it."""

import pytest

from bureau.errors import OutOfOrder
from bureau.model import SupportEntry, SupportFile


def test_a_sealed_value_opens_in_its_own_row_and_file_only():
    one, other = (SupportFile(needs="a bed") for _ in range(2))
    assert one.needs == "a bed"
    assert b"a bed" not in one.needs_locked
    other.needs_locked = one.needs_locked
    one.real_name_locked = one.needs_locked
    for file, name in ((other, "needs"), (one, "real_name")):
        with pytest.raises(OutOfOrder):
            getattr(file, name)


def test_without_its_key_a_file_says_nothing_any_more():
    file = SupportFile(needs="a bed")
    entry = SupportEntry(file=file, text="seen", who="")
    file.lock = None
    for record, name in ((file, "needs"), (entry, "text")):
        with pytest.raises(OutOfOrder, match="destroyed"):
            getattr(record, name)
