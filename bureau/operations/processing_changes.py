"""What people do with changes of processing: look at the register, register an advice, withdraw."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from bureau.errors import Invalid, NotAllowed, NotFound
from bureau.model import ProcessingChange
from bureau.operations import _processing
from bureau.operations._checks import fitting, past, said
from bureau.operations._houses import partnership
from bureau.operations._processing import Standing
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.processing import Cover, Heard, Subject, cover_of
from bureau.work import Work

__all__ = ["ProcessingRegister", "Standing"]


@dataclass(frozen=True, slots=True)
class ProcessingRegister:
    """The entries, the newest first, and the rows of today with those that nothing covers."""

    entries: tuple[ProcessingChange, ...]
    rows: tuple[Standing, ...]
    uncovered: tuple[Standing, ...]
    may_keep: bool

    def about(self, entry: ProcessingChange) -> tuple[str, ...]:
        """The rows of an entry, without partners that the reader's house knows nothing of."""
        known = {row.key for row in self.rows}
        partner = f"{Subject.PARTNER}:"
        return tuple(
            key for key in sorted(entry.covers) if key in known or not key.startswith(partner)
        )

    def name(self, key: str) -> Standing | None:
        """The row that an entry names, where it still stands."""
        return next((row for row in self.rows if row.key == key), None)


def read_changes(work: Work, *, handed_out: bool = False) -> ProcessingRegister:
    """The register of the own partnership."""
    work.require(Permission.PROCESSING_READ)
    house = partnership(work)
    entries = _processing.entries(work, house)
    rows = _processing.standing(work, house)
    known = _processing.covered(entries)
    open_rows = tuple(row for row in rows if (row.key, row.mark) not in known)
    kind = EventKind.PROCESSING_EXPORTED if handed_out else EventKind.PROCESSING_LISTED
    work.record(kind, f"organisation:{house}", shown=len(entries))
    may_keep = work.may(Permission.PROCESSING_KEEP)
    return ProcessingRegister(tuple(reversed(entries)), rows, open_rows, may_keep)


def register_change(
    work: Work, subjects: Collection[str], what: str, heard: Heard
) -> ProcessingChange:
    """Register what the committee advised on rows of today, or a reasoned deviation.

    An advice against a change is kept too, and switches nothing on. Raises Invalid for what is
    missing (WGS 1.8(6); BGS 1.13-1.15).
    """
    work.require(Permission.PROCESSING_KEEP)
    house = partnership(work)
    row = ProcessingChange(
        house_id=house,
        number=_processing.entries(work, house)[-1].number + 1,
        cover=cover_of(heard) or "",
        covers=_covers(work, house, subjects),
        what=said(what, "what", 2000),
        reference=fitting(heard.reference, "reference", 200),
        advised_on=_day(work, heard.advised_on, "advised_on"),
        advice=fitting(heard.advice, "advice"),
        minority=fitting(heard.minority, "minority"),
        deviation=fitting(heard.deviation, "deviation"),
        told_committee_on=_day(work, heard.told_committee_on, "told_committee_on"),
        told_officer_on=_day(work, heard.told_officer_on, "told_officer_on"),
        by_id=work.actor.id,
        at=work.now,
    )
    work.session.add(row)
    told = {"cover": row.cover or "none", "rows": len(row.covers), "number": row.number}
    work.record(EventKind.PROCESSING_REGISTERED, row, **told)
    return row


def withdraw_change(work: Work, change_id: UUID, version: int, reason: str) -> ProcessingChange:
    """Take back an entry that should not hold: what it alone covered is switched off."""
    work.require(Permission.PROCESSING_KEEP)
    row = work.session.get(ProcessingChange, change_id)
    if row is None or row.house_id != partnership(work):
        raise NotFound("There is nothing here that you may see.")
    work.expect(row, version, {})
    if row.cover == Cover.FOUNDING or row.withdrawn_at is not None:
        raise NotAllowed(
            "This entry stays as it is.",
            where={"guard": "withdrawn"},
            hint="Register a new entry; what stood at the founding is never withdrawn here.",
        )
    row.withdrawn_reason = said(reason, "reason", 500)
    row.withdrawn_at, row.withdrawn_by_id = work.now, work.actor.id
    work.record(EventKind.PROCESSING_WITHDRAWN, row, number=row.number)
    return row


def _covers(work: Work, house: UUID, subjects: Collection[str]) -> dict[str, str]:
    rows = {row.key: row.mark for row in _processing.standing(work, house)}
    if not subjects or any(each not in rows for each in subjects):
        raise Invalid(
            "Choose what the change is about.",
            where={"field": "subjects"},
            hint="Choose from the patterns, categories and partners that stand today.",
        )
    return {each: rows[each] for each in sorted(set(subjects))}


def _day(work: Work, day: date | None, field: str) -> date | None:
    return past(work, day, field) if day else None
