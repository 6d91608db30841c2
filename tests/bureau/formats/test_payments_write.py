import csv
from io import StringIO

import pytest

from bureau.errors import OutOfOrder
from bureau.formats import payments_write
from bureau.formats.payments_csv import read_payments_csv
from bureau.formats.payments_write import HEADER, ordered, write_payments_csv
from bureau.formats.values import PaymentRecord

PAID = PaymentRecord({}, "t1", "2024-05-07", "14:05", 1250, "EUR", "A", "B", reference="huur")


def test_the_table_is_the_one_that_is_taken_in():
    content = write_payments_csv([PAID])
    [row] = csv.DictReader(StringIO(content.decode()))
    assert tuple(row) == HEADER
    assert (row["amount"], row["reference"]) == ("12.50", "huur")
    assert read_payments_csv(content).payments[0]._replace(where={}) == PAID


def test_ids_are_made_unique_and_lines_put_in_order():
    later = PAID._replace(on="2024-05-08", external_id="")
    told = ordered([later, PAID, PAID._replace(reference="=1\n+1")])
    assert [each.external_id for each in told] == ["t1", "t1~2", "row-3"]
    assert told[0].reference == "=1 +1"
    assert write_payments_csv([later, PAID]) == write_payments_csv([PAID, later])


def test_no_payments_are_a_header():
    assert write_payments_csv([]).decode().strip() == ",".join(HEADER)


def test_a_table_that_reads_back_otherwise_is_not_handed_out(monkeypatch):
    monkeypatch.setattr(payments_write, "guarded", lambda text: f"x{text}")
    with pytest.raises(OutOfOrder):
        write_payments_csv([PAID])
