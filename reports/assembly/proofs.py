"""What makes the hits of a case: of all of them at once, the sources and the handling codes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import null, select

from bureau.model import Hit, Lease, Loan, Mortgage, Payment, Record, Sale, Tie
from reports.assembly.file import CaseFile

TABLES: tuple[Any, ...] = (Payment, Loan, Sale, Record, Tie, Mortgage, Lease)


@dataclass(frozen=True, slots=True)
class Proof:
    """The sources behind a hit, and the handling codes of the records in it."""

    sources: frozenset[UUID]
    codes: frozenset[str]


def proof(file: CaseFile, hit: Hit) -> Proof:
    """The payments, deals, ties and records that make a hit, as far as they tell where from."""
    if not file.facts:
        file.facts.update(_gathered(file))
    found = [file.facts[one] for one in map(_name, hit.evidence) if one in file.facts]
    return Proof(
        frozenset(source for source, _ in found if source is not None),
        frozenset(code for _, code in found if code is not None),
    )


def _gathered(file: CaseFile) -> Iterator[tuple[str, tuple[UUID | None, str | None]]]:
    """Every fact in a hit, by its id or the key of the payment: its source and handling code."""
    names = {_name(one) for hit in (*file.hits, *file.shielded) for one in hit.evidence}
    ids = {UUID(one) for one in names if _is_uuid(one)}
    for table in TABLES:
        code = table.handling if table is Record else null()
        query = select(table.id, table.learnt_from_id, code).where(table.case_id == file.case.id)
        for key, source, told in file.work.session.execute(query.where(table.id.in_(ids))):
            yield str(key), (source, told)
    query = select(Payment.key, Payment.learnt_from_id).where(Payment.case_id == file.case.id)
    keys = {one for one in names if not _is_uuid(one)}
    for key, source in file.work.session.execute(query.where(Payment.key.in_(keys))):
        yield key, (source, None)


def _name(evidence: str) -> str:
    """An id in one way of writing, or the key of a payment as it stands."""
    return str(UUID(evidence)) if _is_uuid(evidence) else evidence


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
