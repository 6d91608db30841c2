"""Many rows at once: written in the same transaction, and told to the trail like any record."""

from hashlib import sha256

import pytest
from sqlalchemy import func, select

from bureau.errors import Changed
from bureau.model import Payment
from bureau.operations import imports
from bureau.operations._bulk import copy_text
from bureau.rules.events import EventKind

HEADER = "id,date,amount,currency,from_account,to_account\n"
ROWS = "".join(f"t{n},2024-05-{n % 28 + 1:02},{n}.50,EUR,A{n % 7},B{n % 5}\n" for n in range(40))


def take(work, case_id, content=HEADER + ROWS):
    said = {"source_title": "Lijst"}
    return imports.import_file(work, case_id, "payments-csv", "a.csv", content.encode(), **said)


def test_the_trail_counts_what_was_created_and_keeps_a_digest_of_its_names(
    work_of, actors, case_id, trail
):
    with work_of(actors.officer) as work:
        take(work, case_id)
        payments = [f"payment:{row_id}" for row_id in work.session.scalars(select(Payment.id))]
        entities = [f"entity:{row.from_id}" for row in work.session.scalars(select(Payment))]
    [told] = [event for event in trail() if event.kind == EventKind.FILE_IMPORTED]
    [new] = [change for change in told.changes if "counts" in change]
    assert new["counts"]["payment"] == 40
    assert new["counts"]["entity"] == new["counts"]["account"] == 12
    assert len(payments) == 40
    assert entities
    assert len(new["names_sha256"]) == len(sha256().hexdigest())


def test_a_row_that_the_database_refuses_takes_all_of_them_back(
    work_of, actors, case_id, monkeypatch
):
    def twice(count):
        return ["0" * 32] * count

    monkeypatch.setattr("bureau.operations._import_payments.new_ids", twice)
    with pytest.raises(Changed), work_of(actors.officer) as work:
        take(work, case_id)
    with work_of(actors.officer) as work:
        assert work.session.scalar(select(func.count()).select_from(Payment)) == 0


def test_the_text_of_a_copy_keeps_what_would_end_a_cell_or_mean_nothing():
    rows = [("a\tb", 1, None, "é"), ("\\N", 2, 3, "two\r\nlines\\")]
    assert copy_text(rows) == "a\\tb\t1\t\\N\té\n\\\\N\t2\t3\ttwo\\r\\nlines\\\\\n"


def test_odd_texts_come_back_from_either_database_as_they_were(work_of, actors, case_id):
    odd = "x\\N \\t ü"
    content = f"{HEADER[:-1]},reference,note\np1,2024-05-01,1.00,EUR,A\\N,B,{odd},\\.\n"
    with work_of(actors.officer) as work:
        take(work, case_id, content)
        [payment] = work.session.scalars(select(Payment))
        assert (payment.reference, payment.extra) == (odd, '{"note": "\\\\."}')
