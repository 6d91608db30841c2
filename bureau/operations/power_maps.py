"""What people do with the power map of an agreement: read it as of a day, draft it, fill it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from bureau.errors import Invalid, NotFound
from bureau.model import Agreement, AgreementParty, PowerEntry
from bureau.operations import _power_map
from bureau.operations._agreement_view import draft, readable, view
from bureau.operations._agreements import span
from bureau.operations._checks import one_of, said
from bureau.policy import Permission
from bureau.rules import power_map as law
from bureau.rules.agreements import Standing
from bureau.rules.events import EventKind
from bureau.rules.power_map import MapFault, PowerPlace, PowerSubject
from bureau.work import Work

BASIS, REASON = 500, 1000


@dataclass(frozen=True, slots=True)
class Placing:
    """What a party (its code) can do about a subject, why, and from which day on."""

    code: str
    subject: str
    can: str
    basis: str
    reason: str
    from_on: date | None = None


@dataclass(frozen=True, slots=True)
class MapLine:
    """A subject with what each party can do about it, in the order of the parties."""

    subject: PowerSubject
    entries: tuple[PowerEntry | None, ...]
    faults: tuple[MapFault, ...]


@dataclass(frozen=True, slots=True)
class MapView:
    """The power map as of a day: the version of the agreement that held, or the one asked for.

    `holds` says whether it bound anybody on that day; `earlier` are entries that others followed.
    """

    asked: Agreement
    agreement: Agreement
    day: date
    holds: bool
    standing: Standing
    may_write: bool
    parties: tuple[AgreementParty, ...]
    lines: tuple[MapLine, ...]
    earlier: tuple[PowerEntry, ...]


def read_map(work: Work, agreement_id: UUID, on: date | None = None) -> MapView:
    """The map of an agreement as of a day, in the version that was in force then."""
    work.require(Permission.WORK_READ)
    row = work.session.get(Agreement, agreement_id)
    if row is None or not readable(work, row):
        raise NotFound("There is nothing here that you may see.")
    day = on or work.today
    held = next((one for one in _power_map.chain(work, row) if _held(work, one, day)), None)
    found = held if held is not None and on else row
    work.record(EventKind.POWER_MAP_READ, found, day=day)
    return _view(work, row, found, day, holds=_held(work, found, day))


def place(
    work: Work,
    agreement_id: UUID,
    version: int,
    placing: Placing,
) -> PowerEntry:
    """What a party can do about a subject, from a day of the agreement on; a draft only.

    An entry is followed by a next one and stays. Raises NotAllowed once the agreement was
    offered: then it stands like its other words.
    """
    row = draft(work, agreement_id, version)
    party = _party(row, placing.code)
    subject = one_of(placing.subject, "power_subject", law.subjects().codes())
    can = PowerPlace(one_of(placing.can, "power_place", tuple(PowerPlace)))
    entry = _entry(work, row, party, subject, can, placing.from_on or row.begins_on)
    entry.number = _next(work, entry)
    entry.basis = said(placing.basis, "basis", BASIS)
    entry.reason = said(placing.reason, "reason", REASON)
    work.session.add(entry)
    work.record(EventKind.POWER_PLACED, row, body=placing.code, about=subject, can=can)
    return entry


def _party(row: Agreement, code: str) -> AgreementParty:
    found = next((one for one in row.parties if one.organisation.code == code), None)
    if found is None:
        raise NotFound(
            "{code} is no party to this agreement.",
            where={"field": "organisation"},
            hint="Add it to the parties first.",
            code=code[:40],
        )
    return found


def fill_map(work: Work, agreement_id: UUID, version: int) -> int:
    """Fill what is open with what the law or custom says of each kind of organisation; how many."""
    row = draft(work, agreement_id, version)
    there = {(one.subject, one.organisation_id) for one in _power_map.entries(work, row)}
    made = 0
    for subject in law.subjects().on(work.today):
        for party in row.parties:
            if (subject.code, party.organisation_id) in there:
                continue
            can = subject.place(party.organisation.kind)
            entry = _entry(work, row, party, subject.code, can, row.begins_on)
            entry.basis = subject.basis
            entry.reason = f"power_subjects {subject.code} ({subject.mark})"
            work.session.add(entry)
            made += 1
    work.record(EventKind.POWER_PLACED, row, filled=made)
    return made


def _entry(
    work: Work,
    row: Agreement,
    party: AgreementParty,
    subject: str,
    can: PowerPlace,
    from_on: date,
) -> PowerEntry:
    """An entry of a party about a subject; raises Invalid for a day outside the agreement."""
    if not row.begins_on <= from_on <= row.ends_on:
        raise Invalid(
            "{day} lies outside the agreement, which runs from {begins} to {ends}.",
            where={"field": "from_on"},
            hint="Choose a day within it, or leave it open for its first day.",
            day=from_on.isoformat(),
            begins=row.begins_on.isoformat(),
            ends=row.ends_on.isoformat(),
        )
    return PowerEntry(
        agreement_id=row.id,
        organisation_id=party.organisation_id,
        subject=subject,
        number=1,
        place=can,
        from_on=from_on,
        by_id=work.actor.id,
        at=work.now,
    )


def _next(work: Work, entry: PowerEntry) -> int:
    """The number that follows those of the same party about the same subject."""
    last = select(func.max(PowerEntry.number)).where(
        PowerEntry.agreement_id == entry.agreement_id,
        PowerEntry.organisation_id == entry.organisation_id,
        PowerEntry.subject == entry.subject,
    )
    return (work.session.scalar(last) or 0) + 1


def _held(work: Work, row: Agreement, day: date) -> bool:
    """Whether this version bound at least two parties on a day, and the reader may see it."""
    runs = span(row)
    signed = sum(1 for one in row.parties if one.signed_on and one.signed_on <= day)
    return readable(work, row) and signed > 1 and runs.begins_on <= day <= runs.last


def _view(work: Work, asked: Agreement, row: Agreement, day: date, *, holds: bool) -> MapView:
    told = view(work, row)
    rows = _power_map.entries(work, row)
    kept = _power_map.holding(rows, day if holds else date.max)
    parties = tuple(sorted(row.parties, key=lambda one: one.organisation.name.casefold()))
    lines = []
    for subject in law.subjects().on(work.today):
        found = tuple(kept.get((subject.code, one.organisation_id)) for one in parties)
        faults = law.faults(entry.place if entry else None for entry in found)
        lines.append(MapLine(subject, found, faults))
    followed = tuple(each for each in rows if each not in kept.values())
    may_write = told.may_keep and told.draft
    return MapView(
        asked, row, day, holds, told.standing, may_write, parties, tuple(lines), followed
    )
