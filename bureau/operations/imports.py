"""Taking a file into a case: all of it or nothing, and the same file twice adds nothing."""

import json
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid
from bureau.formats.entities_csv import FORMAT as ROWS
from bureau.formats.entities_csv import EntityFile
from bureau.formats.party_values import PartyFile
from bureau.formats.register_values import RegisterAnswer
from bureau.formats.registry import Read, reader
from bureau.formats.values import FileWarning, NetworkFile, PaymentFile
from bureau.model import Case, Identifier, ImportBatch, RowMapping, Source
from bureau.model.base import new_id
from bureau.operations import _brought_in, _notices, row_mappings
from bureau.operations._brought_in import OWN, Whose
from bureau.operations._bulk import pour
from bureau.operations._checks import fitting, said
from bureau.operations._facts import next_number
from bureau.operations._import_batch import Batch
from bureau.operations._import_grades import GRADES
from bureau.operations._import_network import store_network
from bureau.operations._import_parties import store_parties
from bureau.operations._import_payments import store_payments
from bureau.operations._import_registers import store_answer
from bureau.operations._import_result import ImportResult
from bureau.operations._import_rows import RowMade, store_rows
from bureau.operations._media import display_name
from bureau.operations.mappings import NAME
from bureau.operations.sources import ORIGIN_LENGTH, TITLE_LENGTH
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Reliability
from bureau.sweeping import unswept
from bureau.work import Work

__all__ = ["ImportResult", "import_file", "list_imports"]


@dataclass(frozen=True, slots=True)
class _Told:
    """What is known of a file beside its content."""

    filename: str
    digest: str
    basis: str
    reliability: Reliability | None
    mapping: RowMapping | None
    tray: bool
    whose: Whose

    @property
    def key(self) -> str:
        """By what the source is found again: a file that is read in two ways is two sources."""
        key = f"file:{self.digest}"
        return (
            f"{key}:{sha256(self.mapping.name.encode()).hexdigest()[:16]}" if self.mapping else key
        )


def import_file(
    work: Work,
    case_id: UUID,
    format_name: str,
    filename: str,
    content: bytes,
    *,
    source_title: str,
    dry_run: bool = False,
    basis: str = "",
    reliability: Reliability | None = None,
    mapping: str = "",
    tray: bool = False,
    whose: Whose = OWN,
) -> ImportResult:
    """Store what a file says, or nothing of it; raises Invalid or TooLarge with the place.

    A file of rows is read by the saved `mapping`; with `tray` its new rows wait there, ungraded.
    """
    _brought_in.admitted(work, work.case(case_id, Permission.FILE_IMPORT), whose)
    title = said(source_title, "source", TITLE_LENGTH)
    _refuse_tray(format_name if tray else ROWS)
    work.release()  # reading a large file takes seconds, and nobody has to wait for that
    with unswept():
        read = _read(format_name, content)
    case = work.case(case_id, Permission.FILE_IMPORT)
    kept = _mapping(work, format_name, mapping)
    known_as = display_name(filename), sha256(content).hexdigest(), fitting(basis, "basis")
    told = _Told(*known_as, reliability, kept, tray, whose)
    return _taken(work, case, title, read, told, dry_run=dry_run)


@unswept()
def _taken(
    work: Work, case: Case, title: str, read: Read, told: _Told, *, dry_run: bool
) -> ImportResult:
    known = _known(work, case, told)
    source = known or _source(work, case, title, read, told)
    source.category = _brought_in.insist(work, case, source.owner, source.category)
    batch = Batch(work, case, source, GRADES[read.format], dry_run)
    rows = _store(batch, read, told)
    if keeping := _worth_keeping(batch, known):
        _keep(batch, read, told)
    work.record(EventKind.FILE_IMPORTED, case, sha256=told.digest, **_counts(batch, read, told))
    kept = source if keeping else known
    return replace(_result(batch, read, rows, kept), tray=told.tray)


def list_imports(work: Work, case_id: UUID) -> list[ImportBatch]:
    """The files taken into a case, newest first."""
    case = work.case(case_id, Permission.NETWORK_READ)
    rows = select(ImportBatch).where(ImportBatch.case_id == case.id)
    found = list(work.session.scalars(rows.order_by(ImportBatch.at.desc(), ImportBatch.id)))
    work.record(EventKind.CASE_READ, case, part="imports", shown=len(found))
    return found


def _read(format_name: str, content: bytes) -> Read:
    try:
        return reader(format_name).read(content)
    except Invalid as refusal:
        refusal.where["format"] = format_name[:40]
        raise


def _refuse_tray(format_name: str) -> None:
    if format_name != ROWS:
        raise Invalid(
            "Only rows of a spreadsheet of your own can wait in the tray.",
            where={"field": "tray"},
            hint="Choose the format for that, with a mapping, or take the file in as it is.",
        )


def _mapping(work: Work, format_name: str, name: str) -> RowMapping | None:
    if format_name != ROWS:
        return None
    return row_mappings.newest(work, said(name, "mapping", NAME))


def _known(work: Work, case: Case, told: _Told) -> Source | None:
    rows = select(Source).where(Source.case_id == case.id, Source.key == told.key)
    return work.session.scalar(rows)


def _worth_keeping(batch: Batch, known: Source | None) -> bool:
    # An answer that holds nothing is kept too: it proves that the register was asked.
    empty = known is None and not batch.duplicates
    return not batch.rehearsal and (batch.stored > 0 or empty)


def _counts(batch: Batch, read: Read, told: _Told) -> dict[str, Any]:
    return {
        **({"tray": True} if told.tray else {}),
        "format": read.format,
        "stored": batch.stored,
        "duplicates": batch.duplicates,
        "dry_run": batch.rehearsal,
    }


def _source(work: Work, case: Case, title: str, read: Read, told: _Told) -> Source:
    grade = GRADES[read.format]
    request = read.request if isinstance(read, RegisterAnswer) else ""
    return Source(
        id=new_id(),
        case_id=case.id,
        number=next_number(work, case, Source),
        key=told.key,
        title=title,
        kind=read.format,
        origin=(request or grade.origin)[:ORIGIN_LENGTH],
        obtained_on=work.today,
        obtained_how=f"bestand {told.filename}",
        basis=told.basis,
        reliability=told.reliability or grade.reliability,
        owner=_brought_in.owner_of(work, case, told.whose),
        category=told.whose.category,
        sha256=told.digest,
        recorded_at=work.now,
        recorded_by_id=work.actor.id,
    )


def _store(batch: Batch, read: Read, told: _Told) -> tuple[RowMade, ...]:
    match read:
        case EntityFile() if told.mapping:
            return store_rows(batch, read, told.mapping, tray=told.tray)
        case PaymentFile():
            store_payments(batch, read)
        case NetworkFile():
            store_network(batch, read)
        case RegisterAnswer():
            store_answer(batch, read)
        case PartyFile():
            store_parties(batch, read)
    return ()


def _keep(batch: Batch, read: Read, told: _Told) -> None:
    session = batch.work.session
    session.add(batch.source)
    session.flush()  # the facts refer to their source by id
    pour(session, f"case:{batch.case.id}", batch.lots)
    session.add_all(batch.rows)
    session.add(
        ImportBatch(
            case_id=batch.case.id,
            source_id=batch.source.id,
            format=read.format,
            filename=told.filename,
            sha256=told.digest,
            read=batch.stored + batch.duplicates,
            stored=batch.stored,
            duplicates=batch.duplicates,
            tray=told.tray,
            totals=json.dumps(dict(read.totals)),
            warnings=json.dumps([each.as_json() for each in (*read.warnings, *batch.warnings)]),
            at=batch.work.now,
            by_id=batch.work.actor.id,
        )
    )
    named = {row.entity_id for row in batch.rows if isinstance(row, Identifier)}
    _notices.tell(batch.work, batch.case, named)


def _result(
    batch: Batch, read: Read, rows: tuple[RowMade, ...], source: Source | None
) -> ImportResult:
    notes: tuple[FileWarning, ...] = (*read.warnings, *batch.warnings)
    return ImportResult(
        format=read.format,
        read=batch.stored + batch.duplicates,
        stored=batch.stored,
        duplicates=batch.duplicates,
        warnings=tuple(warning.as_json() for warning in notes),
        totals=read.totals,
        dry_run=batch.rehearsal,
        source_id=source.id if source else None,
        notes=notes,
        rows=rows,
    )
