import pytest

from bureau.formats.payment_columns import PaymentColumns, PaymentRecord


def record(number):
    sides = (f"A{number}", f"B{number}")
    return PaymentRecord({"line": number}, f"p{number}", "2024-05-01", "", number, "EUR", *sides)


RECORDS = tuple(map(record, range(5)))


def test_columns_give_back_the_records_that_they_were_made_of():
    told = PaymentColumns.of(RECORDS)
    assert tuple(told) == RECORDS
    assert told[3] == RECORDS[3]
    assert told[1:3] == RECORDS[1:3]
    assert len(told) == len(RECORDS)
    assert PaymentColumns.of(told) is told


@pytest.mark.parametrize("places", [[], [2], [4, 0]])
def test_some_of_them_may_be_taken(places):
    assert list(PaymentColumns.of(RECORDS).only(places)) == [RECORDS[at] for at in places]


def test_a_line_number_becomes_a_place():
    told = PaymentColumns()
    told.extend([[7], *([each] for each in RECORDS[0][1:])])
    assert told[0] == RECORDS[0]._replace(where={"line": 7})


def test_no_records_are_no_columns():
    assert not PaymentColumns.of(())
