"""The sharing register outside the page: as rows for a spreadsheet."""

import csv
import io
from collections.abc import Iterable

from bureau.operations.sharing_registers import DisclosureLine
from bureau.rules.vocabulary import Language

HEADS = (
    *("case", "number", "given_on", "from", "to", "category", "way", "basis", "phase", "what"),
    *("facts", "purpose", "necessity", "ground", "decided_in", "until", "review_on", "recalled_on"),
    *("feedback_on", "useful", "feedback", "notices_open"),
)
MARK = "\ufeff"  # so that a spreadsheet reads the file as UTF-8
FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def text(rows: Iterable[DisclosureLine], language: Language) -> str:
    """The rows as CSV, the codes said in `language`."""
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(HEADS)
    writer.writerows([plain(cell) for cell in _cells(row, language)] for row in rows)
    return MARK + lines.getvalue()


def _cells(row: DisclosureLine, language: Language) -> tuple[object, ...]:
    return (
        *(row.reference, row.number, row.given_on, row.giver, row.recipient),
        *(row.category.name.in_(language), row.way.name.in_(language), row.basis, row.phase.value),
        *(row.says, "; ".join(row.facts), row.purpose, row.necessity, row.ground, row.decided_in),
        *(row.until_on, row.review_on, row.recalled_on, row.feedback_on, row.useful, row.feedback),
        sum(notice.answered_on is None for notice in row.notices),
    )


def plain(cell: object) -> str:
    """A cell that no spreadsheet takes for a formula."""
    told = "" if cell is None else str(cell)
    return f"'{told}" if told.startswith(FORMULAS) else told
