"""Notices as they stand beside a copy: what each is, and who confirmed it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid
from bureau.model import CopyNotice
from bureau.operations._checks import fitting
from bureau.rules.notices import NoticeKind
from bureau.work import Work

LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Told:
    """One notice to the recipient of a copy, and who of them confirmed it."""

    id: UUID
    version: int
    number: int
    kind: NoticeKind
    sent_at: datetime | None
    pages: int
    sha256: str
    received_by: str
    received_at: datetime | None
    done: str

    @property
    def recall(self) -> bool:
        """Whether the dossier is taken back with it."""
        return self.kind is NoticeKind.RECALL


def of_copies(work: Work, ids: Iterable[UUID]) -> Mapping[UUID, tuple[Told, ...]]:
    """The notices about these copies, the last one first."""
    query = select(CopyNotice).where(CopyNotice.copy_id.in_(tuple(ids)))
    found = defaultdict(list)
    for row in work.session.scalars(query):
        found[row.copy_id].append(_told(row))
    return {key: tuple(sorted(rows, key=lambda each: -each.number)) for key, rows in found.items()}


def what_was_done(row: CopyNotice, done: str) -> str | None:
    """What a recipient says was done about a notice; Invalid where a recall goes without it."""
    told = fitting(done, "done", LONGEST)
    if not told and row.notice.kind == NoticeKind.RECALL:
        raise Invalid(
            "Say what was done with the copies.",
            where={"field": "done", "basis": "AVG 19"},
            hint="For instance: destroyed on which day, sent back, or kept by which duty.",
        )
    return told or None


def _told(row: CopyNotice) -> Told:
    notice = row.notice
    return Told(
        id=row.id,
        version=row.version,
        number=notice.number,
        kind=NoticeKind(notice.kind),
        sent_at=notice.issued_at,
        pages=notice.pages,
        sha256=notice.pdf_sha256,
        received_by=row.confirmed_by,
        received_at=row.received_at,
        done=row.done or "",
    )
