"""Taking a file into a case: all of it or nothing, and the same file twice adds nothing."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid
from bureau.formats.register_values import RegisterAnswer
from bureau.formats.registry import Read, reader
from bureau.formats.values import FileWarning, NetworkFile, PaymentFile
from bureau.model import Case, Identifier, ImportBatch, Source
from bureau.model.base import new_id
from bureau.operations import _notices
from bureau.operations._checks import fitting, said
from bureau.operations._facts import next_number
from bureau.operations._import_batch import Batch
from bureau.operations._import_grades import GRADES
from bureau.operations._import_network import store_network
from bureau.operations._import_payments import store_payments
from bureau.operations._import_registers import store_answer
from bureau.operations._media import display_name
from bureau.operations.sources import ORIGIN_LENGTH, TITLE_LENGTH
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Reliability
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What came of one file; `source_id` is None where nothing of it had to be kept."""

    format: str
    read: int
    stored: int
    duplicates: int
    warnings: tuple[Mapping[str, Any], ...]
    totals: Mapping[str, Any]
    dry_run: bool
    source_id: UUID | None

    def as_json(self) -> dict[str, Any]:
        """The result as the import command prints it (interfaces 4)."""
        return {
            "format": self.format,
            "read": self.read,
            "stored": self.stored,
            "duplicates": self.duplicates,
            "warnings": [dict(warning) for warning in self.warnings],
            "totals": dict(self.totals),
            "dry_run": self.dry_run,
        }


@dataclass(frozen=True, slots=True)
class _Told:
    """What is known of a file beside its content."""

    filename: str
    digest: str
    basis: str
    reliability: Reliability | None


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
) -> ImportResult:
    """Store what a file says, or nothing of it; raises Invalid or TooLarge with the place."""
    work.case(case_id, Permission.FILE_IMPORT)
    title = said(source_title, "source", TITLE_LENGTH)
    work.release()  # reading a large file takes seconds, and nobody has to wait for that
    read = _read(format_name, content)
    case = work.case(case_id, Permission.FILE_IMPORT)
    digest = sha256(content).hexdigest()
    told = _Told(display_name(filename), digest, fitting(basis, "basis"), reliability)
    known = _known(work, case, digest)
    source = known or _source(work, case, title, read, told)
    batch = Batch(work, case, source, GRADES[format_name], dry_run)
    _store(batch, read)
    kept = _worth_keeping(batch, known)
    if kept:
        _keep(batch, read, told)
    work.record(EventKind.FILE_IMPORTED, case, sha256=digest, **_counts(batch, read))
    return _result(batch, read, source if kept else known)


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


def _known(work: Work, case: Case, digest: str) -> Source | None:
    rows = select(Source).where(Source.case_id == case.id, Source.key == f"file:{digest}")
    return work.session.scalar(rows)


def _worth_keeping(batch: Batch, known: Source | None) -> bool:
    # An answer that holds nothing is kept too: it proves that the register was asked.
    empty = known is None and not batch.duplicates
    return not batch.rehearsal and (batch.stored > 0 or empty)


def _counts(batch: Batch, read: Read) -> dict[str, Any]:
    return {
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
        key=f"file:{told.digest}",
        title=title,
        kind=read.format,
        origin=(request or grade.origin)[:ORIGIN_LENGTH],
        obtained_on=work.today,
        obtained_how=f"bestand {told.filename}",
        basis=told.basis,
        reliability=told.reliability or grade.reliability,
        owner_id=case.organisation_id,
        sha256=told.digest,
        recorded_at=work.now,
        recorded_by_id=work.actor.id,
    )


def _store(batch: Batch, read: Read) -> None:
    match read:
        case PaymentFile():
            store_payments(batch, read)
        case NetworkFile():
            store_network(batch, read)
        case RegisterAnswer():
            store_answer(batch, read)


def _keep(batch: Batch, read: Read, told: _Told) -> None:
    session = batch.work.session
    session.add(batch.source)
    session.flush()  # the facts refer to their source by id
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
            totals=json.dumps(dict(read.totals)),
            warnings=json.dumps([warning.as_json() for warning in _warnings(batch, read)]),
            at=batch.work.now,
            by_id=batch.work.actor.id,
        )
    )
    named = {row.entity_id for row in batch.rows if isinstance(row, Identifier)}
    _notices.tell(batch.work, batch.case, named)


def _warnings(batch: Batch, read: Read) -> list[FileWarning]:
    return [*read.warnings, *batch.warnings]


def _result(batch: Batch, read: Read, source: Source | None) -> ImportResult:
    return ImportResult(
        format=read.format,
        read=batch.stored + batch.duplicates,
        stored=batch.stored,
        duplicates=batch.duplicates,
        warnings=tuple(warning.as_json() for warning in _warnings(batch, read)),
        totals=read.totals,
        dry_run=batch.rehearsal,
        source_id=source.id if source else None,
    )
