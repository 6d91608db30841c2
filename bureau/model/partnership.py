"""What a partnership case has beside a case file: its clock, its participants, its phases."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base
from bureau.model.case import Case
from bureau.model.organisation import User


class Partnership(Audited, Base):
    """Since when data are processed together in a case, and by whom (WGS 1.8(7), 2.23(5)).

    `involved` holds the codes of the participating organisations, `activity` the letter of
    WGS 2.18(1): a enforcement bottleneck, b case meeting, c area or thematic scan.
    """

    __tablename__ = "partnership"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), unique=True)
    first_processing_at: Mapped[datetime]
    activity: Mapped[str] = mapped_column(String(1))
    involved: Mapped[list[str]] = mapped_column(JSON, default=list)
    case: Mapped[Case] = relationship()


class PhaseMove(Audited, Base):
    """One phase that a case entered, with the necessity that named participants wrote down."""

    __tablename__ = "phase_move"
    __table_args__ = (UniqueConstraint("case_id", "number"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"))
    number: Mapped[int]
    phase: Mapped[str] = mapped_column(String(4))
    necessity: Mapped[str] = mapped_column(Text)
    named: Mapped[list[str]] = mapped_column(JSON, default=list)
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    by: Mapped[User] = relationship(lazy="joined")
