"""Barrier boards of a partnership: its own versions, statuses, weights, and what cases touch."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base
from bureau.model.organisation import User
from bureau.model.source import Source


class BoardVersion(Audited, Base):
    """One version of the barrier model of a partnership; never changed, only followed.

    `house_id` is the municipality whose coordinator keeps it. Before the first one the rows of
    the country hold.
    """

    __tablename__ = "board_version"
    __table_args__ = (UniqueConstraint("house_id", "model", "number"),)

    house_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    model: Mapped[str] = mapped_column(String(10))
    number: Mapped[int]
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    reason: Mapped[str] = mapped_column(Text)
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    by: Mapped[User] = relationship(lazy="joined")


class BarrierStatus(Audited, Base):
    """How a barrier stands from a day on; the next row follows it."""

    __tablename__ = "barrier_status"

    house_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    model: Mapped[str] = mapped_column(String(10))
    barrier: Mapped[str] = mapped_column(String(20))
    status: Mapped[str] = mapped_column(String(20))
    since: Mapped[date]
    review_on: Mapped[date | None]
    side_effect: Mapped[str] = mapped_column(Text)
    displacement: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    by: Mapped[User] = relationship(lazy="joined")


class BarrierWeight(Audited, Base):
    """What one assessor gives a barrier: effort and effect from 1 to 5; a later one follows."""

    __tablename__ = "barrier_weight"

    house_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    model: Mapped[str] = mapped_column(String(10))
    barrier: Mapped[str] = mapped_column(String(20))
    effort: Mapped[int]
    effect: Mapped[int]
    note: Mapped[str] = mapped_column(Text)
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    by: Mapped[User] = relationship(lazy="joined")


class CaseStep(Audited, Base):
    """That a case touches a step of a barrier model: in which role of its subject, on what."""

    __tablename__ = "case_step"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    model: Mapped[str] = mapped_column(String(10))
    step: Mapped[int]
    role: Mapped[str] = mapped_column(String(20))
    why: Mapped[str] = mapped_column(Text)
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    reason: Mapped[str] = mapped_column(Text, default="")
    sources: Mapped[list["CaseStepSource"]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="CaseStepSource.number"
    )
    by: Mapped[User] = relationship(lazy="joined", foreign_keys=[by_id])
    withdrawn_by: Mapped[User | None] = relationship(lazy="joined", foreign_keys=[withdrawn_by_id])


class CaseStepSource(Audited, Base):
    """A source of the case on which it rests that the case touches a step."""

    __tablename__ = "case_step_source"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    case_step_id: Mapped[UUID] = mapped_column(ForeignKey("case_step.id"), index=True)
    source_id: Mapped[UUID] = mapped_column(ForeignKey("source.id"))
    number: Mapped[int]
    source: Mapped[Source] = relationship(lazy="joined")
