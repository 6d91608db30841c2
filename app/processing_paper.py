"""The register of changes of processing outside the page: as rows for a spreadsheet."""

import csv
import io
from collections.abc import Iterator

from app.sharing_paper import MARK, plain
from app.words import word
from bureau.operations.processing_changes import ProcessingRegister

HEADS = (
    *("number", "registered_on", "registered_by", "rests_on", "about", "what", "reference"),
    *("advised_on", "advice", "minority", "deviation", "told_committee_on", "told_officer_on"),
    *("withdrawn_on", "withdrawn_reason"),
)


def text(found: ProcessingRegister) -> str:
    """The entries as CSV, the oldest first."""
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(HEADS)
    writer.writerows([plain(cell) for cell in row] for row in _rows(found))
    return MARK + lines.getvalue()


def _rows(found: ProcessingRegister) -> Iterator[tuple[object, ...]]:
    for row in reversed(found.entries):
        yield (
            *(row.number, row.at.date(), row.by.name, word(f"cover_{row.cover or 'none'}")),
            *("; ".join(found.about(row)), row.what, row.reference, row.advised_on, row.advice),
            *(row.minority, row.deviation, row.told_committee_on, row.told_officer_on),
            *(row.withdrawn_at and row.withdrawn_at.date(), row.withdrawn_reason),
        )
