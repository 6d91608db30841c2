"""The register of changes of processing as rows for a spreadsheet."""

import csv
import io

from app import processing_paper
from bureau.operations import processing_changes


def test_every_entry_is_a_row_with_what_it_rests_on(app, work_of, actors):
    with app.test_request_context(), work_of(actors.coordinator) as work:
        told = processing_paper.text(processing_changes.read_changes(work))
    rows = list(csv.DictReader(io.StringIO(told.removeprefix("\ufeff"))))
    assert [row["number"] for row in rows] == ["1"]
    assert "pattern:UB-03" in rows[0]["about"]
    assert tuple(rows[0]) == processing_paper.HEADS
