"""The tray of a case: information that waits for somebody to grade it before it is a fact."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base, SealedJson
from bureau.model.organisation import User
from bureau.model.source import Source


class TrayItem(Audited, Base):
    """One thing that was said and is not a fact of the case yet; no graph or pattern reads it.

    `makes` is a kind of party, `tie` or a kind of record, `said` holds what the usual operation
    is given once it is accepted, `says` the same in a few words, `parties` the ids of those of the
    case it is about. `made` names the fact that came of it. `row_key` is that of a row of a file,
    by which it is found again; it is empty for what was put in by hand.
    """

    __tablename__ = "tray_item"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    source_id: Mapped[UUID] = mapped_column(ForeignKey("source.id"))
    makes: Mapped[str] = mapped_column(String(40))
    said: Mapped[dict[str, Any]] = mapped_column(SealedJson("tray_item.said"))
    says: Mapped[str] = mapped_column(Text)
    parties: Mapped[list[str]] = mapped_column(JSON)
    state: Mapped[str] = mapped_column(String(10))
    put_at: Mapped[datetime]
    put_by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    settled_at: Mapped[datetime | None]
    settled_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    reason: Mapped[str] = mapped_column(Text, default="")
    made: Mapped[str] = mapped_column(String(80), default="")
    row_key: Mapped[str] = mapped_column(String(80), default="")
    source: Mapped[Source] = relationship(lazy="joined")
    put_by: Mapped[User] = relationship(lazy="joined", foreign_keys=[put_by_id])
    settled_by: Mapped[User | None] = relationship(lazy="joined", foreign_keys=[settled_by_id])
