"""Notices as they stand beside a copy: what each is, and who confirmed it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from bureau.model import CopyNotice
from bureau.rules.notices import NoticeKind
from bureau.work import Work


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
    )
