"""The financing as a file for a spreadsheet, and as the fields and choices of its form."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from flask_babel import gettext
from wtforms.fields import SelectChoice

from app.money import amount
from app.words import word
from bureau.operations.financings import EntryView, FinancingView, LineView, SheetView

MARK = "\ufeff"  # a spreadsheet reads the file as UTF-8 because of it
RISKY = ("=", "+", "-", "@", "\t", "\r")


def csv_of(found: FinancingView) -> str:
    """Every line of today with its sums; a cell that could be a formula is made a text."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_heads())
    for sheet in found.now:
        writer.writerows([_safe(cell) for cell in row] for row in _rows(sheet))
    return MARK + out.getvalue()


def _heads() -> list[str]:
    return [
        gettext("Side"),
        gettext("What"),
        gettext("Who"),
        gettext("Currency"),
        gettext("Stated"),
        gettext("Borne out"),
        gettext("Not borne out"),
        gettext("Share in per cent"),
        gettext("Running total"),
        gettext("How it stands"),
        gettext("Evidence"),
        gettext("Source"),
    ]


def _rows(sheet: SheetView) -> Iterator[list[str]]:
    for line in sheet.lines:
        yield [
            str(word(f"side_{line.side}")),
            what(line),
            who(line),
            sheet.currency,
            line.stated.text(),
            line.shown.text(),
            line.open.text(),
            str(line.share),
            line.running.text(),
            str(word(f"line_{line.standing}")),
            "; ".join(evidence(line)),
            source(line),
        ]
    for label, total in (
        (gettext("Sources together"), sheet.brings),
        (gettext("Uses together"), sheet.takes),
        (gettext("Used without a known source"), sheet.unsourced),
        (gettext("Brought in without a known use"), sheet.unused),
    ):
        yield ["", label, "", sheet.currency, total.text(), *[""] * 7]


def what(line: LineView) -> str:
    """What a line is, with the words of whoever entered it."""
    kind = str(word(f"financing_{line.kind}"))
    return f"{kind}: {line.entry.label}" if line.entry else kind


def who(line: LineView) -> str:
    """From or to whom."""
    if line.entry:
        return line.entry.party
    return ", ".join(label for _, _, label in line.deal.parties[:1]) if line.deal else line.who


def evidence(line: LineView) -> list[str]:
    """What bears a line out, in words."""
    if line.entry is None:
        return []
    return [text for text in (line.entry.document, line.entry.payment) if text]


def source(line: LineView) -> str:
    """Where it was learnt."""
    record = line.entry or line.deal
    if record is None:
        return str(gettext("the form"))
    origin = record.origin.source
    title = str(origin.title or gettext("source with named readers"))
    return f"{origin.number}. {title}"


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(RISKY) else cell


def filled(entry: EntryView) -> dict[str, Any]:
    """The fields of the form of a line that is there already."""
    return {
        "version": entry.version,
        "kind": entry.kind,
        "label": entry.label,
        "amount": entry.amount.text(),
        "currency": entry.amount.currency,
        "party": str(entry.party_id or ""),
        "document": str(entry.document_id or ""),
        "payment": str(entry.payment_id or ""),
        "status": entry.status,
        "remark": entry.remark,
    }


def offered(rows: Iterable[Any]) -> list[SelectChoice]:
    """Payments as choices: the day, the amount and between whom."""
    return [
        SelectChoice(
            str(row.id),
            f"{row.on} · {amount(row.amount.minor, row.amount.currency)} · "
            f"{row.payer} → {row.payee}"[:90],
        )
        for row in rows
    ]
