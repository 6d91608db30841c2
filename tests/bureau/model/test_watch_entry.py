"""What is watched, and what somebody declared, as they are kept."""

from datetime import timedelta

from bureau.model import OwnCircle, WatchEntry
from bureau.model.base import Sealed
from tests.conftest import NOW

TODAY = NOW.date()


def test_an_entry_stands_until_its_day_or_its_end():
    row = WatchEntry(until_on=TODAY)
    assert row.stands(TODAY)
    assert not row.stands(TODAY + timedelta(days=1))
    assert not WatchEntry(until_on=TODAY, ended_at=NOW).stands(TODAY)


def test_texts_of_people_are_sealed():
    for column in (WatchEntry.text, WatchEntry.reason, OwnCircle.told):
        assert isinstance(column.type, Sealed)
