"""What the officer of the story reckons with: figures of a case and lines of its financing."""

from typing import Any

from app.demo.cast import Cast, Row
from bureau.operations import figures, financings
from bureau.operations.financings import EntryFields
from bureau.work import Work


def reckon(cast: Cast, work: Work, told: dict[str, Any]) -> None:
    """Record every figure and every line that `told` lists."""
    for row in told.get("figures", ()):
        _figure(cast, work, row)
    for row in told.get("lines", ()):
        _line(cast, work, row)


def _figure(cast: Cast, work: Work, row: Row) -> None:
    about = row.get("about")
    figures.record_figure(
        work,
        cast.case,
        row["kind"],
        cast.scene.filled(row.get("value", "")),
        cast.learnt(row),
        subject_id=cast.id(about) if about else None,
        none_found="value" not in row,
    )


def _line(cast: Cast, work: Work, row: Row) -> None:
    party = row.get("party")
    fields = EntryFields(
        side=row["side"],
        kind=row["kind"],
        label=row["label"],
        amount=row["amount"],
        status=row.get("status", "given"),
        party_id=cast.id(party) if party else None,
        document_id=cast.id(f"paper:{row['paper']}") if "paper" in row else None,
        remark=row.get("remark", ""),
    )
    financings.add_entry(work, cast.case, fields, cast.learnt(row))
