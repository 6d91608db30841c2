"""The trail: one row for each thing done, looked at or refused; never changed, never removed.

A row is shaped as a leaf of the Merkle tree that follows: `leaf` is SHA-256 over 0x00 and the
canonical text of the row (RFC 6962), `seq` has no gaps, and personal values appear in it only as
commitments; the values themselves stand in `event_value`, whose salts can be erased.
"""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from bureau.model.base import Base, new_id


class Outcome(StrEnum):
    """Whether what was asked was done."""

    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"


class Event(Base):
    """An append-only line of the trail."""

    __tablename__ = "event"

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    id: Mapped[UUID] = mapped_column(unique=True, default=new_id)
    at: Mapped[datetime] = mapped_column(index=True)
    kind: Mapped[str] = mapped_column(String(60), index=True)
    outcome: Mapped[Outcome]
    actor_id: Mapped[UUID | None] = mapped_column(index=True)
    organisation_id: Mapped[UUID | None]
    session_id: Mapped[UUID | None]
    request_id: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str] = mapped_column(String(80), index=True)
    scope: Mapped[str] = mapped_column(String(80), index=True)
    purpose: Mapped[str] = mapped_column(Text)
    policy: Mapped[str] = mapped_column(String(20))
    release: Mapped[str] = mapped_column(String(20))
    facts: Mapped[dict[str, Any]] = mapped_column(JSON)
    changes: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    leaf: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)


class EventValue(Base):
    """The values behind the commitments of one event, with the salt that opens them."""

    __tablename__ = "event_value"

    seq: Mapped[int] = mapped_column(ForeignKey("event.seq"), primary_key=True)
    salt: Mapped[bytes | None] = mapped_column(LargeBinary(32))
    values: Mapped[dict[str, Any]] = mapped_column("field_values", JSON)
