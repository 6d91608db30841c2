"""Which files of colleagues stand open to somebody at a moment, by leases that were given."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from bureau.model import FileLease


def open_to(session: Session, user_id: UUID, now: datetime) -> frozenset[UUID]:
    """The cases for which a lease of this person runs now."""
    running = select(FileLease.case_id).where(
        FileLease.user_id == user_id, FileLease.from_at <= now, FileLease.until_at > now
    )
    return frozenset(session.scalars(running))


def held(user_id: Any, now: Any) -> ColumnElement[bool]:
    """Whether this person has any lease that has not ended, as a part of another question."""
    running = select(FileLease.id).where(FileLease.user_id == user_id, FileLease.until_at > now)
    return running.exists()
