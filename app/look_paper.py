"""Who looked, outside the page: as rows for a spreadsheet."""

import csv
import io
from collections.abc import Iterator

from app.purpose_words import purpose
from app.sharing_paper import MARK, plain
from app.words import word
from bureau.operations.looks import LookLine, LookPage

HEADS = (
    *("line", "day", "moment", "who", "function", "organisation", "what", "about", "case"),
    *("purpose", "way", "outcome"),
)
SEEN, REFUSED, SOUGHT = "seen", "refused", "searched without access"


def text(found: LookPage, *, numbered: bool) -> str:
    """The looks as CSV, newest first, and after them the searches by who has no access.

    Only an auditor reads the numbers of the lines: to a handler the steps between them would tell
    how much happens elsewhere in the house, support files included.
    """
    lines = io.StringIO()
    writer = csv.writer(lines)
    start = 0 if numbered else 1
    writer.writerow(HEADS[start:])
    writer.writerows([plain(cell) for cell in row[start:]] for row in _rows(found))
    return MARK + lines.getvalue()


def _rows(found: LookPage) -> Iterator[tuple[object, ...]]:
    for row in found.lines:
        yield _cells(found, row, row.name, REFUSED if row.refused else SEEN)
    for row in found.sought:
        yield _cells(found, row, "", SOUGHT)


def _cells(found: LookPage, row: LookLine, name: str, outcome: str) -> tuple[object, ...]:
    function = ", ".join(str(word(role)) for role in row.roles)
    return (
        *(row.seq, row.day, row.at.isoformat(), name, function, row.organisation),
        *(word(row.kind), word(f"about_{row.about}"), found.references.get(row.scope, "")),
        *(purpose(row.purpose), row.via, outcome),
    )
