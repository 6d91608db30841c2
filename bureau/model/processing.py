"""The register of changes of processing: what the committee was asked, and what covers a row."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base
from bureau.model.organisation import User


class ProcessingChange(Audited, Base):
    """One entry: the rows it covers with their marks, and the advice or deviation it rests on.

    `cover` is empty for an advice against a change. An entry is never changed; one that should
    not hold is withdrawn, with the reason.
    """

    __tablename__ = "processing_change"
    __table_args__ = (UniqueConstraint("house_id", "number"),)

    house_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    number: Mapped[int]
    cover: Mapped[str] = mapped_column(String(20), default="")
    covers: Mapped[dict[str, str]] = mapped_column(JSON)
    what: Mapped[str] = mapped_column(Text, default="")
    reference: Mapped[str] = mapped_column(String(200), default="")
    advised_on: Mapped[date | None]
    advice: Mapped[str] = mapped_column(Text, default="")
    minority: Mapped[str] = mapped_column(Text, default="")
    deviation: Mapped[str] = mapped_column(Text, default="")
    told_committee_on: Mapped[date | None]
    told_officer_on: Mapped[date | None]
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    withdrawn_reason: Mapped[str] = mapped_column(String(500), default="")
    by: Mapped[User] = relationship(lazy="joined", foreign_keys=[by_id])
