"""Running cases taken over from a spreadsheet: looked at row by row, then all of them or none."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import select

from bureau.errors import Invalid
from bureau.formats.cases_csv import read_cases
from bureau.model import Case, CaseImport, CaseMapping, TakenOver
from bureau.model.base import new_id
from bureau.operations import _case_cells, mappings
from bureau.operations._case_plan import Fault, Plan
from bureau.operations._media import display_name
from bureau.operations._portfolio_rows import (
    KNOWN,
    NEW,
    REFUSED,
    Making,
    RowOutcome,
    told,
)
from bureau.operations._taking_over import Origin
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Language
from bureau.work import Work

__all__ = ["KNOWN", "NEW", "REFUSED", "Fault", "RowOutcome"]


@dataclass(frozen=True, slots=True)
class PortfolioResult:
    """What came, or would come, of a spreadsheet."""

    mapping: str
    mapping_number: int
    preview: bool
    rows: tuple[RowOutcome, ...]

    def count(self, standing: str) -> int:
        """How many rows stand so."""
        return sum(row.standing == standing for row in self.rows)

    @property
    def ok(self) -> bool:
        """Whether no row was refused."""
        return not self.count(REFUSED)

    def plain(self, language: Language | str) -> dict[str, Any]:
        """The result as plain values in one language."""
        return {
            "mapping": self.mapping,
            "mapping_version": self.mapping_number,
            "preview": self.preview,
            "ok": self.ok,
            "read": len(self.rows),
            **{name: self.count(name) for name in (NEW, KNOWN, REFUSED)},
            "rows": [row.plain(language) for row in self.rows],
        }


class RowsRefused(Invalid):
    """Some rows cannot be used, so none was; `result` says which and why."""

    result: PortfolioResult


def import_cases(
    work: Work, filename: str, content: bytes, mapping: str, *, preview: bool = False
) -> PortfolioResult:
    """Take over every running case of a spreadsheet, or look what each row would make.

    Each row goes through the usual operations; a number that was taken over before makes nothing.
    Raises RowsRefused with every fault where one row cannot be used: then nothing is stored.
    """
    work.require(Permission.CASES_IMPORT)
    kept = mappings.newest(work, mapping)
    rows = read_cases(content, kept.columns)
    plans = [_case_cells.plan(row, kept.words, kept.dates) for row in rows]
    file = _file(work, display_name(filename), content, kept)
    name, number = kept.name, kept.number
    made = Making(work, plans, Origin(file.filename), trying=preview)
    result = PortfolioResult(name, number, preview, made.outcomes())
    if made.trying:
        if not preview:
            raise _refusal(result)
        work.undo()
        subject = f"case_mapping:{file.mapping_id}"
        work.record(EventKind.CASES_TRIED, subject, sha256=file.sha256, read=len(plans))
        return result
    file.read, file.made, file.known = len(plans), result.count(NEW), result.count(KNOWN)
    _keep(work, file, made.cases)
    return result


def list_case_imports(work: Work) -> list[CaseImport]:
    """The spreadsheets that one's own organisation took in, newest first."""
    work.require(Permission.CASES_IMPORT)
    own = CaseImport.organisation_id == work.actor.organisation_id
    rows = select(CaseImport).where(own).order_by(CaseImport.at.desc(), CaseImport.id).limit(100)
    found = list(work.session.scalars(rows))
    work.record(EventKind.MAPPING_LISTED, "case_import:*", shown=len(found))
    return found


def _file(work: Work, filename: str, content: bytes, mapping: CaseMapping) -> CaseImport:
    return CaseImport(
        id=new_id(),
        organisation_id=work.actor.organisation_id,
        mapping_id=mapping.id,
        filename=filename,
        sha256=sha256(content).hexdigest(),
        at=work.now,
        by_id=work.actor.id,
    )


def _keep(work: Work, file: CaseImport, cases: Sequence[tuple[Plan, Case]]) -> None:
    work.session.add(file)
    work.session.flush()  # the numbers refer to the file by id
    for plan, case in cases:
        row = TakenOver(case_id=case.id, organisation_id=file.organisation_id, import_id=file.id)
        row.own_number, row.line, row.digest = plan.text["own_number"], plan.line, plan.digest
        work.session.add(row)
        work.record(EventKind.CASE_CHANGED, row, part="taken over", line=plan.line)
    work.record(EventKind.CASES_TAKEN_OVER, file, sha256=file.sha256, made=file.made)


def _refusal(result: PortfolioResult) -> RowsRefused:
    refusal = RowsRefused(
        "{refused} of {rows} rows cannot be taken over; nothing was stored.",
        where={"rows": [told(fault) for row in result.rows for fault in row.faults]},
        hint="Correct these rows in the spreadsheet and look again.",
        refused=result.count(REFUSED),
        rows=len(result.rows),
    )
    refusal.result = result
    return refusal
