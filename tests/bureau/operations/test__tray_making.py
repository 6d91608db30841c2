"""Between what a form says of a record and plain values."""

from datetime import date
from uuid import UUID

from bureau.operations._tray_making import about, plain, terms
from bureau.operations.records import RecordTerms


def test_a_record_comes_back_from_plain_values_as_it_was():
    who = UUID(int=7)
    said = RecordTerms(
        on=date(2026, 1, 3), time="14:30", amount="12.50", parties={"company": who}, fields={"a": 1}
    )
    assert terms(plain(said)) == said
    assert about("takings", plain(said)) == [str(who)]
    assert about("tie", {"from": "a", "to": "b"}) == ["a", "b"]
